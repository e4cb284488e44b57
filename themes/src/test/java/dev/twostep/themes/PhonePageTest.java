package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PhonePageTest {

    static final Map<String, Object> INDIA = Map.of(
            "countries",
                    List.of(
                            Map.of("code", "DE", "name", "Germany", "callingCode", "49"),
                            Map.of("code", "IN", "name", "India", "callingCode", "91")),
            "country", "IN",
            "number", "98765 43210",
            "current", "",
            "helpUrl", "/help");

    static final Map<String, Object> TEXT_FACTOR = Map.of(
            "action", "twostep-add-phone",
            "name", "twostep-sms-display-name",
            "help", "twostep-sms-help-text",
            "icon", "fas fa-comment-dots");

    @Test
    @DisplayName("S3: country and number, as they were typed")
    void fields() {
        Document page = page(INDIA);
        assertThat(page.select("#country option[selected]").val()).isEqualTo("IN");
        assertThat(page.select("#country option[selected]").text()).contains("India", "+91");
        assertThat(page.getElementById("number").val()).isEqualTo("98765 43210");
        assertThat(page.getElementById("number").attr("type")).isEqualTo("tel");
        assertThat(page.select("input[name=logout-sessions]").attr("type")).isEqualTo("checkbox");
    }

    @Test
    @DisplayName("S3: whose country is unknown is asked to choose, nothing is assumed")
    void noCountry() {
        Map<String, Object> phone = new HashMap<>(INDIA);
        phone.put("country", "");
        assertThat(page(phone).select("#country option").first().val()).isEmpty();
        assertThat(page(phone).select("#country option[selected]")).isEmpty();
    }

    @Test
    @DisplayName("S3: the risk of texts, and what is safer, is said before the number is given")
    void riskNotice() {
        Document page = page(INDIA);
        assertThat(page.select("#twostep-phone-form .twostep-note").text())
                .contains("tricks your carrier", "security key is safer");
        assertThat(page.select(".twostep-note ~ * button")).isNotEmpty();
    }

    @Test
    @DisplayName("S3: changing says that the old number works until then, and that both are told")
    void changing() {
        Map<String, Object> phone = new HashMap<>(INDIA);
        phone.put("current", "+•• 42");
        Document page = page(phone);
        assertThat(page.select("h1").text()).contains("Change");
        assertThat(page.select(".twostep > p").text()).contains("until you confirm", "Both numbers");
    }

    @Test
    @DisplayName("S7: where the realm allows no country, the page says that no number can be added, and asks for none")
    void noCountryAllowed() {
        Map<String, Object> phone = new HashMap<>(INDIA);
        phone.put("countries", List.of());
        Document page = page(phone);
        assertThat(page.select("[role=alert]").text()).contains("No phone number can be added");
        assertThat(page.select("form, .twostep > p:not(.twostep-help-link)")).isEmpty();
    }

    @Test
    @DisplayName("Whoever chose this factor among several can go back to the choice, without giving a number")
    void anotherFactor() {
        Map<String, Object> phone = new HashMap<>(INDIA);
        assertThat(page(phone).select("[name=chooseAnother]")).isEmpty();
        phone.put("canChooseAnother", true);
        assertThat(page(phone).select("form:not(#twostep-phone-form) [name=chooseAnother]"))
                .hasSize(1);
    }

    @Test
    @DisplayName("L6: whoever was overtaken is told so, can type no number, and is led to a new sign-in")
    void overtaken() {
        Map<String, Object> phone = new HashMap<>(INDIA);
        phone.put("overtaken", true);
        Document page = page(phone);
        assertThat(page.select("[role=alert]").text()).contains("were changed in another window");
        assertThat(page.select("#number, #country")).isEmpty();
        assertThat(page.select("#twostep-restart").attr("href")).isNotBlank();
    }

    @Test
    @DisplayName("Each factor is one button that says which action follows")
    void choosing() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepSetup", Map.of("factors", List.of(TEXT_FACTOR), "canSkip", true))
                .page("twostep-setup.ftl");
        assertThat(page.select("button[name=factor]").val()).isEqualTo("twostep-add-phone");
        assertThat(page.select("button[name=factor]").text()).contains("Text message");
        assertThat(page.select("input[name=skip]").val()).isEqualTo("true");
    }

    @Test
    @DisplayName("Whoever must choose gets no way round it")
    void mustChoose() {
        Document page = Login.in(Language.ENGLISH)
                .with("twostepSetup", Map.of("factors", List.of(TEXT_FACTOR), "canSkip", false))
                .page("twostep-setup.ftl");
        assertThat(page.select("input[name=skip], [name=cancel-aia]")).isEmpty();
    }

    private static Document page(Map<String, Object> phone) {
        return Login.in(Language.ENGLISH).with("twostepPhone", phone).page("twostep-add-phone.ftl");
    }
}
