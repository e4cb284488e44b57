package dev.twostep.it.login;

import dev.twostep.it.SeenSecrets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a request ended: a page of the server's, or the way back to the client. */
public final class Page {

    private final int status;
    private final URI uri;
    private final Document html;
    private final boolean back;

    private Page(int status, URI uri, Document html, boolean back) {
        this.status = status;
        this.uri = uri;
        this.html = html;
        this.back = back;
    }

    static Page of(int status, URI uri, String body) {
        return new Page(status, uri, Jsoup.parse(body, uri.toString()), false);
    }

    /** The server has sent us back to the client; the client is not asked. */
    static Page backAt(URI callback) {
        return new Page(302, callback, Jsoup.parse(""), true);
    }

    public int status() {
        return status;
    }

    public URI uri() {
        return uri;
    }

    public Document html() {
        return html;
    }

    /** The page's heading, or the title if it has none. */
    public String heading() {
        Element heading = html.selectFirst("h1");
        return heading == null ? html.title() : heading.text();
    }

    /** All text that a person sees. */
    public String text() {
        return html.body().text();
    }

    public boolean asksFor(String field) {
        return html.selectFirst("form [name=" + field + "]") != null;
    }

    /** Whether the login is over, with a code or with an error for the client. */
    public boolean isBackAtClient() {
        return back;
    }

    /** What the client is told: {@code code}, {@code error}, {@code kc_action_status} and so on. */
    public Map<String, String> answer() {
        return FormBody.query(uri);
    }

    /** @throws AssertionError if the login did not end with a code */
    public String authorizationCode() {
        String code = back ? answer().get("code") : null;
        if (code == null) {
            throw new AssertionError("no authorization code, but " + this);
        }
        return code;
    }

    /** The new backup code that the page shows, in groups. */
    public Optional<String> backupCode() {
        Optional<String> code =
                Optional.ofNullable(html.getElementById("twostep-backup-code")).map(Element::text);
        code.ifPresent(SeenSecrets::add);
        code.map(text -> text.replace("-", "")).ifPresent(SeenSecrets::add);
        return code;
    }

    /** What the page sends once its code was kept. */
    public Map<String, String> keepingBackupCode() {
        String number = html.select("[name=number]").attr("value");
        String replacing = html.select("[name=replacing]").attr("value");
        return Map.of("number", number, "replacing", replacing, "kept", "on", "keep", "true");
    }

    URI formAction() {
        return URI.create(form().absUrl("action"));
    }

    /** Where the form goes that has this field; pages have more than one. */
    public URI formActionOf(String field) {
        Element form = html.selectFirst("form[method=post]:has([name=" + field + "])");
        if (form == null) {
            throw new AssertionError("no form with " + field + " on " + this);
        }
        return URI.create(form.absUrl("action"));
    }

    /** The fields as the form would send them untouched. */
    Map<String, String> formFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form().select("input[type=hidden][name], input[checked][name], option[selected]")) {
            Element named = input.tagName().equals("option") ? input.closest("select") : input;
            if (named != null && named.hasAttr("name")) {
                fields.put(named.attr("name"), input.attr("value"));
            }
        }
        return fields;
    }

    /** The form of the page itself; what stands around it (language choice, restart) has no form with POST. */
    private Element form() {
        Element form = html.selectFirst("form[method=post]:has(input, button)");
        if (form == null) {
            throw new AssertionError("no form on " + this);
        }
        return form;
    }

    @Override
    public String toString() {
        return status + " " + uri + " “" + heading() + "”: " + html.body().text();
    }
}
