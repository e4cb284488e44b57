package dev.twostep.sms.keycloak;

import dev.twostep.sms.SmsGateway;
import dev.twostep.sms.http.HttpGateway;
import dev.twostep.sms.http.HttpLine;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/** The gateway {@code http}: any service that takes one HTTP request per text. */
public final class HttpGatewayFactory extends GatewayFactory {

    static final String DEFAULT_METHOD = "POST";
    static final String DEFAULT_CONTENT_TYPE = "application/json";
    static final String DEFAULT_SUCCESS = "200-299";
    static final String DEFAULT_NOT_SENT = "429";

    @Override
    public String getId() {
        return "http";
    }

    @Override
    protected SmsGateway gateway(GatewaySettings settings, HttpLine line) {
        HttpGatewaySettings read = new HttpGatewaySettings(settings);
        return new HttpGateway(read.call(), read.verdict(), line);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return new GatewayOptions()
                .text("url", "Where a text is handed over. Places: {to}, {to-digits}, {body}, {validity-seconds}.")
                .text("method", "GET, POST, PUT or PATCH.", DEFAULT_METHOD)
                .text(
                        "content-type",
                        "JSON, form, XML or plain text; decides how values are escaped in the body.",
                        DEFAULT_CONTENT_TYPE)
                .text("body", "The request's body, with the same places as the URL. In JSON they stand inside quotes.")
                .text("headers", "More headers: Name: value | Name: value. For secrets use auth.")
                .text("auth", "How to log in: none, basic, bearer or header.", "none")
                .text("auth-user", "The user for auth=basic.")
                .text("auth-header", "The header's name for auth=header.")
                .secret("auth-secret", "The password, the token or the header's value, or a vault reference.")
                .flag("allow-plain-http", "Allow http to other machines. Codes and secrets travel in clear then.")
                .text("success", "The statuses that may mean that the text was taken.", DEFAULT_SUCCESS)
                .text("success-json", "What the answer's JSON must hold as well: /pointer=value or /pointer=one|other.")
                .text("success-body", "A regular expression that must be found in the answer as well.")
                .text("message-id", "Where the answer's JSON holds the text's id, as a JSON pointer.")
                .text("error-code", "Where the answer's JSON holds an error code, as a JSON pointer.")
                .text("refusals", "What error codes or statuses mean: 400:INVALID_NUMBER,E17:OPTED_OUT.")
                .text("not-sent", "The statuses that promise that nothing was sent.", DEFAULT_NOT_SENT)
                .list();
    }
}
