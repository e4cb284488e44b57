package dev.twostep.themes;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Renders our pages as Keycloak does: inside its own keycloak.v2 theme, whose files come first. */
final class Login {

    private static final Configuration THEME = theme();

    private final Map<String, Object> model = new HashMap<>();

    private Login(Language language) {
        model.put("properties", properties());
        model.put("msg", (TemplateMethodModelEx) arguments -> message(language, arguments));
        model.put("kcSanitize", (TemplateMethodModelEx) arguments -> arguments.get(0));
        model.put(
                "realm",
                Map.of("internationalizationEnabled", false, "displayName", "A & B", "loginWithEmailAllowed", false));
        model.put(
                "url",
                urls(
                        "resourcesPath",
                        "loginAction",
                        "resourcesCommonPath",
                        "ssoLoginInOtherTabsUrl",
                        "loginRestartFlowUrl"));
        model.put("lang", language.toString());
        model.put("title", "Keycloak");
        model.put("pageId", "test");
        model.put("darkMode", true);
        model.put("messagesPerField", new FieldErrors(Map.of()));
    }

    static Login in(Language language) {
        return new Login(language);
    }

    Login with(String name, Object value) {
        model.put(name, value);
        return this;
    }

    /** A person in a login flow who has another factor. */
    Login withAnotherWay() {
        return with("auth", new AnotherWay()).with("execution", "this");
    }

    Login withError(Language language, String field, String key, Object... values) {
        return with("messagesPerField", new FieldErrors(Map.of(field, language.format(key, values))));
    }

    Document page(String name) {
        StringWriter html = new StringWriter();
        try {
            THEME.getTemplate(name).process(model, html);
        } catch (freemarker.template.TemplateException e) {
            throw new IllegalStateException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Jsoup.parse(html.toString());
    }

    private static Configuration theme() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setDefaultEncoding("UTF-8");
        try {
            configuration.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
                new ClassTemplateLoader(Login.class, "/theme/keycloak.v2/login"),
                new ClassTemplateLoader(Login.class, "/theme/base/login"),
                new FileTemplateLoader(new File("src/main/resources/theme-resources/templates")),
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return configuration;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream file = Login.class.getResourceAsStream("/theme/keycloak.v2/login/theme.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Map<String, Object> urls(String... names) {
        Map<String, Object> urls = new HashMap<>();
        List.of(names).forEach(name -> urls.put(name, "/" + name));
        return urls;
    }

    /** Keycloak's own texts are not ours to check; ours must exist. */
    private static String message(Language language, List<?> arguments) {
        String key = arguments.get(0).toString();
        if (!key.startsWith("twostep")) {
            return key;
        }
        List<Object> values = new ArrayList<>();
        arguments.subList(1, arguments.size()).forEach(value -> values.add(unwrapped(value)));
        return language.format(key, values.toArray());
    }

    private static Object unwrapped(Object value) {
        return value instanceof freemarker.template.SimpleNumber number ? number.getAsNumber() : value.toString();
    }
}
