package dev.twostep.backupcode.keycloak;

import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.backupcode.Offer;
import dev.twostep.keycloak.HelpLink;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.resources.LoginActionsService;

/** The page that shows a new code to keep, or why there is none; and the same as a text file. */
final class KeepPage {

    private static final String TEMPLATE = "twostep-backup-codes.ftl";
    /** As Keycloak's {@code CodeGenerateUtil} names it. */
    private static final String ACTIVE_CODE = "active_code";

    private static final String TICK = "kept";

    private final RequiredActionContext context;
    private final List<FormMessage> errors = new ArrayList<>();

    KeepPage(RequiredActionContext context) {
        this.context = context;
    }

    /** Whether the user came here to get a code, rather than by the way. */
    boolean askedFor() {
        return BackupCodesActionFactory.ID.equals(
                context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_EXECUTING));
    }

    Response show(Offer.Made made) {
        int active = made.set().active();
        boolean replacing = made.pending().replacing();
        Map<String, Object> attributes = attributes("show", active);
        attributes.put("reason", reason(made));
        attributes.put("code", made.code().grouped().reveal());
        attributes.put("number", made.pending().number());
        attributes.put("replacing", replacing);
        attributes.put("date", date());
        attributes.put("canAnother", askedFor() && (replacing || active + 1 < BackupCodeSet.MOST_ACTIVE));
        attributes.put("canReplace", active > 0 && !replacing);
        return render(attributes);
    }

    Response notTicked(Offer.Made made) {
        errors.add(new FormMessage(TICK, "twostepBackupKeptMissing"));
        return show(made);
    }

    /** What the user said to have kept is not quite what is on offer now. */
    Response changed(Offer.Made made) {
        errors.add(new FormMessage("twostepBackupChanged"));
        return show(made);
    }

    Response used(SpentCode spent) {
        Map<String, Object> attributes = attributes("used", spent.left());
        attributes.put("used", spent.number());
        return render(attributes);
    }

    Response full(int active) {
        return render(attributes("full", active));
    }

    Response impersonated() {
        errors.add(new FormMessage("twostepImpersonated"));
        return render(attributes("impersonated", 0));
    }

    /**
     * What the page shows, to save. The browser stays on the page, whose forms carry a session code that Keycloak takes once; so the code
     * is put back.
     */
    Response file(Offer.Made made) {
        String sessionCode = context.getUriInfo().getQueryParameters().getFirst(LoginActionsService.SESSION_CODE);
        context.getAuthenticationSession().setAuthNote(ACTIVE_CODE, sessionCode);
        LoginFormsProvider words = context.getSession().getProvider(LoginFormsProvider.class);
        int number = made.pending().number();
        String text = String.join(
                "\r\n",
                words.getMessage("twostepBackupSheetTitle", realmName()),
                words.getMessage("twostepBackupSheetAccount", context.getUser().getUsername()),
                words.getMessage("twostepBackupSheetNumber", number),
                words.getMessage("twostepBackupSheetDate", date()),
                "",
                made.code().grouped().reveal(),
                "",
                words.getMessage("twostepBackupSheetUse", number),
                "");
        return Response.ok(text, "text/plain;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        String.format(
                                Locale.ROOT, "attachment; filename=\"backup-code-%d-%s.txt\"", number, fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String reason(Offer.Made made) {
        BackupCodeSet set = made.set();
        if (set.active() > 0) {
            return made.pending().replacing() ? "replace" : "more";
        }
        return switch (set.newest().orElse(BackupCodeSet.State.ACTIVE)) {
            case ACTIVE -> "first";
            case USED -> "last";
            case VOIDED -> "voided";
        };
    }

    private Map<String, Object> attributes(String state, int active) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("state", state);
        attributes.put("active", active);
        attributes.put("most", BackupCodeSet.MOST_ACTIVE);
        attributes.put("account", context.getUser().getUsername());
        attributes.put("canPostpone", !askedFor());
        attributes.put("helpUrl", HelpLink.to(context.getSession(), "backup-codes"));
        return attributes;
    }

    private Response render(Map<String, Object> attributes) {
        LoginFormsProvider form = context.form();
        errors.forEach(form::addError);
        return form.setAttribute("twostepBackupCodes", attributes).createForm(TEMPLATE);
    }

    private String realmName() {
        RealmModel realm = context.getRealm();
        String display = realm.getDisplayName();
        return display == null || display.isBlank() ? realm.getName() : display;
    }

    /** The realm's name as far as every file system takes it. */
    private String fileName() {
        return context.getRealm().getName().replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** The day on which the code is shown, in the person's language. */
    private String date() {
        Locale locale = context.getSession().getContext().resolveLocale(context.getUser());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(LocalDate.now(ZoneId.systemDefault()));
    }
}
