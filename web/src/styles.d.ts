// Style sheets that the bundler ships beside the scripts that import them.
declare module "*.css";
