package dev.twostep.sms.keycloak;

import dev.twostep.keycloak.FactorChoice;
import dev.twostep.keycloak.HelpLink;
import dev.twostep.phone.Country;
import dev.twostep.phone.NumberProblem;
import dev.twostep.phone.NumberReading;
import dev.twostep.phone.PhoneNumbers;
import dev.twostep.sms.SmsPolicy;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page that asks for a number; keeps what was typed when something is wrong with it. */
final class NumberPage {

    private static final String TEMPLATE = "twostep-add-phone.ftl";

    private final RequiredActionContext context;
    private final LoginFormsProvider form;
    private final SmsPolicy policy;
    private String number = "";
    private String country;
    private boolean overtaken;

    NumberPage(RequiredActionContext context) {
        this.context = context;
        this.form = context.form();
        this.policy = context.getSession().getProvider(SmsProvider.class).policy();
        this.country = policy.defaultCountry();
    }

    NumberPage typed(MultivaluedMap<String, String> parameters) {
        number = text(parameters, "number");
        country = text(parameters, "country");
        return this;
    }

    String number() {
        return number;
    }

    String country() {
        return country;
    }

    NumberPage error(String message) {
        form.setError(message);
        return this;
    }

    NumberPage problem(NumberReading.Problem reading) {
        NumberProblem problem = reading.why();
        if (problem == NumberProblem.COUNTRY_NOT_ALLOWED && !reading.region().isEmpty()) {
            form.addError(new FormMessage(
                    "country", "twostepPhoneCountryNotAllowedNamed", PhoneNumbers.name(reading.region(), locale())));
            return this;
        }
        boolean ofCountry = problem == NumberProblem.COUNTRY_MISSING || problem == NumberProblem.COUNTRY_NOT_ALLOWED;
        form.addError(new FormMessage(ofCountry ? "country" : "number", message(problem)));
        return this;
    }

    /** No number can be typed any more, and the stored one is not shown: it may be one that somebody else has just proven. */
    Response overtaken() {
        overtaken = true;
        return show();
    }

    Response show() {
        List<Map<String, Object>> countries = new PhoneNumbers()
                .countries(policy.allowedCountries(), locale()).stream()
                        .map(NumberPage::attributes)
                        .toList();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("countries", countries);
        attributes.put("country", country);
        attributes.put("number", number);
        attributes.put("current", overtaken ? "" : current());
        attributes.put("overtaken", overtaken);
        attributes.put("canChooseAnother", FactorChoice.isOpen(context));
        attributes.put("helpUrl", HelpLink.to(context.getSession(), "change-number"));
        return form.setAttribute("twostepPhone", attributes).createForm(TEMPLATE);
    }

    private Locale locale() {
        return context.getSession().getContext().resolveLocale(context.getUser());
    }

    private String current() {
        return SmsCredentials.of(context.getUser())
                .flatMap(credential -> credential.number(
                        context.getUser().getId(),
                        context.getSession().getProvider(SmsProvider.class).keys()))
                .map(known -> known.masked())
                .orElse("");
    }

    private static Map<String, Object> attributes(Country country) {
        return Map.of(
                "code", country.code(), "name", country.name(), "callingCode", String.valueOf(country.callingCode()));
    }

    private static String text(MultivaluedMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }

    private static String message(NumberProblem problem) {
        return switch (problem) {
            case MISSING -> "twostepPhoneNumberMissing";
            case COUNTRY_MISSING -> "twostepPhoneCountryMissing";
            case COUNTRY_NOT_ALLOWED -> "twostepPhoneCountryNotAllowed";
            case INVALID -> "twostepPhoneNumberInvalid";
            case TOO_SHORT -> "twostepPhoneNumberTooShort";
            case TOO_LONG -> "twostepPhoneNumberTooLong";
            case NOT_A_MOBILE -> "twostepPhoneNumberNotMobile";
        };
    }
}
