package dev.twostep.themes;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders our mails as Keycloak does: with the layout of its own mails. */
final class Mail {

    private final Map<String, Object> model = new HashMap<>();

    private Mail(Language language) {
        model.put("locale", language.locale());
        model.put("ltr", true);
        model.put("msg", (TemplateMethodModelEx) arguments -> message(language, arguments));
    }

    static Mail in(Language language) {
        return new Mail(language);
    }

    Mail with(String name, Object value) {
        model.put(name, value);
        return this;
    }

    /** @param name such as {@code html/name.ftl} */
    String render(String name) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLogTemplateExceptions(false);
        StringWriter mail = new StringWriter();
        try {
            configuration.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
                new ClassTemplateLoader(Mail.class, "/theme/base/email"),
                new FileTemplateLoader(new File("src/main/resources/theme-resources/templates")),
            }));
            configuration.getTemplate(name, "UTF-8").process(model, mail);
        } catch (TemplateException e) {
            throw new IllegalStateException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mail.toString();
    }

    private static String message(Language language, List<?> arguments) {
        return language.format(
                arguments.get(0).toString(),
                arguments.subList(1, arguments.size()).stream()
                        .map(Object::toString)
                        .toArray());
    }
}
