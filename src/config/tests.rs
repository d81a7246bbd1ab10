use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;

use super::*;

/// A folder with the county packages of these names below `data/`.
fn folder(regions: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for region in regions {
        fs::create_dir_all(dir.path().join("data").join(region)).unwrap();
        fs::write(dir.path().join("data").join(region).join(REGION_FILE), "").unwrap();
    }
    dir
}

fn flags(list: &[(Setting, &str)]) -> Layer {
    Layer::from_flags(list.iter().map(|(s, v)| (*s, Some((*v).to_owned()))))
}

#[test]
fn without_any_setting_the_documented_defaults_hold() {
    let dir = folder(&["musterkreis"]);
    let env = FakeEnv::new(dir.path(), &[]);
    let config = Config::load(&env, None, Layer::default()).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.data_dir, dir.path().join("var"));
    assert_eq!(config.sqlite_path(), Some(dir.path().join("var/sozialatlas.db")));
    assert_eq!(config.region, dir.path().join("data/musterkreis"));
    assert_eq!(config.base_url, None);
    assert_eq!(config.metrics_listen, None);
    assert_eq!((config.log.as_str(), config.log_format), ("info", LogFormat::Text));
    assert_eq!((config.analysis_per_minute, config.analysis_burst), (240, 80));
    assert_eq!(config.writes_per_client, 12);
    assert_eq!(config.trusted_proxies, 0, "nobody's word is taken unless asked to");
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let dir = folder(&["musterkreis"]);
    let file = dir.path().join("atlas.toml");
    fs::write(&file, "listen = \"127.0.0.1:1\"\nlog = \"warn\"\nbase_url = \"https://a.example\"")
        .unwrap();
    let env = FakeEnv::new(
        dir.path(),
        &[
            ("SOZIALATLAS_CONFIG", "atlas.toml"),
            ("SOZIALATLAS_LISTEN", "127.0.0.1:2"),
            ("SOZIALATLAS_LOG", "error"),
        ],
    );
    let config = Config::load(&env, None, flags(&[(Setting::Listen, "127.0.0.1:3")])).unwrap();
    assert_eq!(config.listen.port(), 3);
    assert_eq!(config.log, "error");
    assert_eq!(config.base_url.as_deref(), Some("https://a.example"));
}

#[test]
fn an_empty_variable_counts_as_not_set() {
    let dir = folder(&["musterkreis"]);
    let env = FakeEnv::new(
        dir.path(),
        &[("SOZIALATLAS_BASE_URL", ""), ("SOZIALATLAS_LISTEN", ""), ("SOZIALATLAS_CONFIG", "")],
    );
    assert_eq!(Config::load(&env, None, Layer::default()).unwrap().base_url, None);
}

#[test]
fn numbers_stand_in_a_file_with_or_without_quotes() {
    let dir = folder(&["musterkreis"]);
    let file = dir.path().join("atlas.toml");
    let load = |text: &str| {
        fs::write(&file, text).unwrap();
        Config::load(&FakeEnv::new(dir.path(), &[]), Some(&file), Layer::default())
    };
    let config = load(
        "analysis_per_minute = 0\nanalysis_burst = \"5\"\nwrites_per_client = 3\ntrusted_proxies = 2",
    )
    .unwrap();
    assert_eq!(
        (config.analysis_per_minute, config.analysis_burst, config.trusted_proxies),
        (0, 5, 2)
    );
    assert_eq!(config.writes_per_client, 3);
    let error = load("analysis_per_minute = -1\nanalysis_burst = 0\ntrusted_proxies = true");
    let text = error.unwrap_err().to_string();
    for part in [
        "analysis_per_minute: must be a whole number from 0 to 65535",
        "analysis_burst: must be a whole number from 1",
        "trusted_proxies: must be a whole number",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}

#[test]
fn one_line_switches_the_planning_pages_off() {
    let dir = folder(&["musterkreis"]);
    let file = dir.path().join("atlas.toml");
    let load = |text: &str, variables: &[(&str, &str)]| {
        fs::write(&file, text).unwrap();
        Config::load(&FakeEnv::new(dir.path(), variables), Some(&file), Layer::default())
    };
    assert!(load("", &[]).unwrap().planning);
    assert!(!load("planning = false", &[]).unwrap().planning);
    assert!(!load("planning = \"false\"", &[]).unwrap().planning);
    assert!(!load("", &[("SOZIALATLAS_PLANNING", "false")]).unwrap().planning);
    for (text, told) in
        [("planning = 0", "must be true or false"), ("planning = \"off\"", "must be true or false")]
    {
        assert!(load(text, &[]).unwrap_err().to_string().contains(told), "{text}");
    }
}

#[test]
fn paths_in_a_file_start_from_its_folder() {
    let dir = folder(&["musterkreis"]);
    fs::create_dir(dir.path().join("etc")).unwrap();
    fs::write(
        dir.path().join("etc/atlas.toml"),
        "region = \"../data/musterkreis\"\ndata_dir = \"/srv/atlas\"",
    )
    .unwrap();
    let env = FakeEnv::new(dir.path(), &[]);
    let config = Config::load(&env, Some(Path::new("etc/atlas.toml")), Layer::default()).unwrap();
    assert_eq!(config.region, dir.path().join("etc/../data/musterkreis"));
    assert_eq!(config.data_dir, PathBuf::from("/srv/atlas"));
}

#[test]
fn every_fault_of_every_source_is_named_at_once() {
    let dir = folder(&["musterkreis"]);
    let file = dir.path().join("atlas.toml");
    fs::write(&file, "lisen = \"x\"\nlog = 3\nlog_format = \"xml\"\n").unwrap();
    let mut env = FakeEnv::new(
        dir.path(),
        &[
            ("SOZIALATLAS_CONFIG", "atlas.toml"),
            ("SOZIALATLAS_LISTEN", "localhost"),
            ("SOZIALATLAS_DATABASE_URL", "mysql://root:geheim@db/x"),
            ("SOZIALATLAS_METRICS_LISTEN", "9000"),
        ],
    );
    env.variables.insert("SOZIALATLAS_DATA_DIR".into(), OsString::from_vec(vec![0x66, 0xff]));
    let upper = flags(&[(Setting::BaseUrl, "a.example"), (Setting::Region, "data/nowhere")]);
    let error = Config::load(&env, None, upper).unwrap_err();
    let text = error.to_string();
    for part in [
        "atlas.toml: lisen: unknown key; known are listen, database_url",
        "atlas.toml: log: must be text in quotes",
        "atlas.toml: log_format: must be text or json",
        "SOZIALATLAS_LISTEN: listen: must be an address and a port",
        "SOZIALATLAS_DATABASE_URL: database_url: must begin with sqlite:// or postgres://",
        "SOZIALATLAS_METRICS_LISTEN: metrics_listen: must be an address",
        "SOZIALATLAS_DATA_DIR: is not UTF-8 text",
        "--base-url: base_url: must look like https://",
        "--region: region: ",
        "nowhere is no county package: it holds no region.toml",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    assert_eq!(error.0.len(), 9, "{text}");
    assert!(!text.contains("geheim"));
}

#[test]
fn several_county_packages_are_an_error_that_names_them() {
    let dir = folder(&["nordkreis", "suedkreis"]);
    let env = FakeEnv::new(dir.path(), &[]);
    let text = Config::load(&env, None, Layer::default()).unwrap_err().to_string();
    assert!(text.contains("several county packages"), "{text}");
    assert!(text.contains("data/nordkreis") && text.contains("data/suedkreis"), "{text}");
    assert!(text.contains("SOZIALATLAS_REGION"), "{text}");
}

#[test]
fn no_county_package_is_an_error_that_says_what_to_do() {
    let empty = tempfile::tempdir().unwrap();
    let env = FakeEnv::new(empty.path(), &[]);
    let text = Config::load(&env, None, Layer::default()).unwrap_err().to_string();
    assert!(text.contains("no county package") && text.contains("--region"), "{text}");
}

#[test]
fn a_file_that_is_missing_or_no_toml_is_an_error_and_repeats_no_secret() {
    let dir = folder(&["musterkreis"]);
    fs::write(dir.path().join("b.toml"), "database_url = \"postgres://a:geheim@db").unwrap();
    let env = FakeEnv::new(dir.path(), &[]);
    for (file, part) in [("a.toml", "cannot be read"), ("b.toml", "is not TOML")] {
        let text =
            Config::load(&env, Some(Path::new(file)), Layer::default()).unwrap_err().to_string();
        assert!(text.contains(file) && text.contains(part), "{text}");
        assert!(!text.contains("geheim"), "{text}");
    }
}

#[test]
fn a_misspelt_variable_is_noticed_but_those_of_tests_are_not() {
    let env = FakeEnv::new(
        ".",
        &[
            ("SOZIALATLAS_LISTN", "x"),
            ("SOZIALATLAS_LISTEN", "x"),
            ("SOZIALATLAS_TEST_DATA", "x"),
            ("SOZIALATLAS_CONFIG", "x"),
        ],
    );
    assert_eq!(list_unknown_variables(&env), ["SOZIALATLAS_LISTN"]);
}

#[test]
fn mail_leaves_by_a_server_with_an_address_or_into_a_folder() {
    let dir = folder(&["musterkreis"]);
    let load = |list: &[(&str, &str)]| {
        Config::load(&FakeEnv::new(dir.path(), list), None, Layer::default())
    };
    let (server, from) = ("smtps://a:geheim@m.example", "Atlas <atlas@a.example>");
    let config =
        load(&[("SOZIALATLAS_SMTP_URL", server), ("SOZIALATLAS_MAIL_FROM", from)]).unwrap();
    assert_eq!(config.mail.from.as_deref(), Some(from));
    assert!(config.mail.smtp_url.is_some() && !format!("{config:?}").contains("geheim"));
    let config = load(&[("SOZIALATLAS_MAIL_DIR", "post")]).unwrap();
    assert_eq!(config.mail.dir, Some(dir.path().join("post")));
    let told = load(&[
        ("SOZIALATLAS_SMTP_URL", server),
        ("SOZIALATLAS_MAIL_DIR", "post"),
        ("SOZIALATLAS_BASE_URL", "x"),
    ]);
    let told = told.unwrap_err().to_string();
    for part in ["SMTP_URL: smtp_url: needs mail_from", "mail_dir: mail leaves by", "base_url"] {
        assert!(told.contains(part), "{part} is missing in:\n{told}");
    }
    let told = load(&[("SOZIALATLAS_MAIL_FROM", "nobody")]).unwrap_err().to_string();
    assert!(told.contains("mail_from: must look like"), "{told}");
}

#[test]
fn the_debug_form_of_a_configuration_holds_no_secret() {
    let dir = folder(&["musterkreis"]);
    let env = FakeEnv::new(
        dir.path(),
        &[("SOZIALATLAS_DATABASE_URL", "postgres://atlas:geheim@db/atlas")],
    );
    let config = Config::load(&env, None, Layer::default()).unwrap();
    assert!(!format!("{config:?}").contains("geheim"));
    let layer = flags(&[(Setting::DatabaseUrl, "postgres://atlas:geheim@db/atlas")]);
    assert!(!format!("{layer:?}").contains("geheim"));
}
