import java.io.FileInputStream;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether veraPDF finds it to be PDF/UA-1, with the clauses that it breaks. */
public final class Validate {
    private Validate() {}

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            System.out.println(file + "\t" + judged(file));
        }
    }

    private static String judged(String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                return "compliant";
            }
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion found : result.getTestAssertions()) {
                broken.add(found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber()
                        + " " + found.getMessage());
            }
            return String.join("; ", broken);
        }
    }
}
