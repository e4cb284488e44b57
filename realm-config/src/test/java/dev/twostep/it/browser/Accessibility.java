package dev.twostep.it.browser;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.WebDriver;

/** What axe-core has to say about a page, by the rules of WCAG 2.2 AA. */
final class Accessibility {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** @return one readable line for each finding and element; empty if there is none */
    static String findings(WebDriver driver) {
        return new AxeBuilder()
                .withTags(WCAG).analyze(driver).getViolations().stream()
                        .map(Accessibility::describe)
                        .collect(Collectors.joining("\n"));
    }

    private static String describe(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + "\n    " + element(node)
                        + "\n    " + rule.getHelpUrl())
                .collect(Collectors.joining("\n"));
    }

    private static String element(CheckedNode node) {
        return node.getTarget() + "  " + node.getHtml();
    }
}
