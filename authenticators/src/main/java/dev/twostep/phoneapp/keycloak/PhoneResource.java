package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.HelpLink;
import dev.twostep.keycloak.PageLanguage;
import dev.twostep.keycloak.PhoneAddress;
import dev.twostep.keycloak.TwostepAddress;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.theme.Theme;

/** The phone app: a page, its worker, and its manifest. Everything else of it is a resource of the login theme, which a theme may replace. */
public final class PhoneResource {

    private static final String FOLDER = "twostep/phone/";

    /** Nothing inline, nothing from elsewhere, in nobody's frame. The camera's picture is a blob, the page's icons may be data. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
            + " worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final KeycloakSession session;
    private final RealmModel realm;

    PhoneResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** With a slash at its end, because a worker's reach is a folder. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        if (!session.getContext().getUri().getPath().endsWith("/")) {
            return Response.seeOther(URI.create(PhoneAddress.of(session))).build();
        }
        PageLanguage.choose(session);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("api", path(""));
        attributes.put("issuer", new Phones(session).issuer());
        attributes.put("realm", realmName());
        attributes.put("helpUrl", HelpLink.to(session, ""));
        attributes.put("workerUrl", path("phone/worker.js"));
        attributes.put("manifestUrl", path("phone/manifest.webmanifest"));
        attributes.put("locales", List.of());
        Response page = session.getProvider(LoginFormsProvider.class)
                .setAttribute("twostepPhone", attributes)
                .createForm("twostep-phone.ftl");
        return secured(Response.fromResponse(page))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** Here and not among the theme's resources: it serves what is below its own address only. */
    @GET
    @Path("worker.js")
    public Response worker() throws IOException {
        try (InputStream file = theme().getResourceAsStream(FOLDER + "worker.js")) {
            if (file == null) {
                throw new NotFoundException();
            }
            return secured(Response.ok(file.readAllBytes(), "text/javascript;charset=utf-8"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .build();
        }
    }

    @GET
    @Path("manifest.webmanifest")
    public Response manifest() throws IOException {
        Locale locale = session.getContext().resolveLocale(null);
        Properties texts = theme().getMessages(locale);
        Map<String, Object> manifest = Map.of(
                "id", path("phone/"),
                "name", texts.getProperty("twostepPhoneAppName", "Twostep") + " · " + realmName(),
                "short_name", texts.getProperty("twostepPhoneAppShortName", "Twostep"),
                "lang", locale.toLanguageTag(),
                "start_url", path("phone/"),
                "scope", path("phone/"),
                "display", "standalone",
                "icons",
                        List.of(
                                icon("icon-192.png", "192x192", "any"),
                                icon("icon-512.png", "512x512", "any"),
                                icon("icon-maskable.png", "512x512", "maskable")));
        return secured(Response.ok(manifest, "application/manifest+json;charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private Map<String, String> icon(String file, String size, String purpose) throws IOException {
        URI resources = Urls.themeRoot(session.getContext().getUri().getBaseUri());
        String address = resources.getPath() + "/login/" + theme().getName() + "/" + FOLDER + file;
        return Map.of("src", address, "sizes", size, "type", "image/png", "purpose", purpose);
    }

    private Theme theme() throws IOException {
        return session.theme().getTheme(Theme.Type.LOGIN);
    }

    private String realmName() {
        return Objects.requireNonNullElse(realm.getDisplayName(), realm.getName());
    }

    /** Below {@code /realms/{realm}/twostep}, without the host: a phone stays where it is. */
    private String path(String below) {
        return URI.create(TwostepAddress.of(session, below)).getPath();
    }

    /** Keycloak's own headers would replace the policy by the realm's, which lets inline scripts through. */
    private Response.ResponseBuilder secured(Response.ResponseBuilder response) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        response.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "none")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
                .header("Cross-Origin-Opener-Policy", "same-origin");
        String strictTransport =
                realm.getBrowserSecurityHeaders().get(BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY.getKey());
        if (strictTransport != null && !strictTransport.isBlank()) {
            response.header("Strict-Transport-Security", strictTransport);
        }
        return response;
    }
}
