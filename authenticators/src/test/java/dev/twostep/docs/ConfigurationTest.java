package dev.twostep.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.apppassword.AppPasswordPolicyReader;
import dev.twostep.apppassword.AppPasswordSetting;
import dev.twostep.apppassword.keycloak.AppPasswordActionFactory;
import dev.twostep.backupcode.BackupCodePolicyReader;
import dev.twostep.backupcode.BackupCodeSetting;
import dev.twostep.backupcode.keycloak.BackupCodesActionFactory;
import dev.twostep.lifecycle.keycloak.SetupActionFactory;
import dev.twostep.phone.PhoneNumber;
import dev.twostep.phoneapp.keycloak.PairPhoneAppActionFactory;
import dev.twostep.push.PushPolicyReader;
import dev.twostep.push.PushSetting;
import dev.twostep.push.keycloak.PushFactory;
import dev.twostep.secret.Secret;
import dev.twostep.sms.SendOutcome;
import dev.twostep.sms.SmsPolicyReader;
import dev.twostep.sms.SmsSetting;
import dev.twostep.sms.TextMessage;
import dev.twostep.sms.keycloak.AddPhoneActionFactory;
import dev.twostep.sms.keycloak.HttpGatewayFactory;
import dev.twostep.sms.keycloak.SmsProviderFactory;
import dev.twostep.sms.keycloak.TwilioGatewayFactory;
import dev.twostep.sms.outbox.Outbox;
import dev.twostep.sms.outbox.OutboxGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** The tables of {@code docs/configuration.md} say what the code says. */
final class ConfigurationTest {

    private static final String PAGE = page();
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern RANGE = Pattern.compile("([0-9]+) to ([0-9]+)");

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("## Policy: text messages", new AddPhoneActionFactory().getConfigMetadata()),
                Arguments.of("## Policy: choosing a factor", new SetupActionFactory().getConfigMetadata()),
                Arguments.of("## Policy: phone app", new PairPhoneAppActionFactory().getConfigMetadata()),
                Arguments.of("## Policy: backup codes", new BackupCodesActionFactory().getConfigMetadata()),
                Arguments.of("## Policy: temporary passwords", new AppPasswordActionFactory().getConfigMetadata()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Each field of a form stands in its table, with its label, key and default")
    void fields(String heading, List<ProviderConfigProperty> form) {
        assertThat(rows(heading).map(row -> List.of(row.get(0), row.get(1), row.get(3))))
                .containsExactlyElementsOf(form.stream()
                        .map(field -> List.of(field.getLabel(), field.getName(), byDefault(field, "empty")))
                        .toList());
    }

    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of("### The gateway twilio", new TwilioGatewayFactory().getConfigMetadata()),
                Arguments.of("### The gateway http", new HttpGatewayFactory().getConfigMetadata()),
                Arguments.of("### The queue of texts", new SmsProviderFactory().getConfigMetadata()),
                Arguments.of("### Waking phones", new PushFactory().getConfigMetadata()));
    }

    @ParameterizedTest
    @MethodSource("options")
    @DisplayName("Each server option stands in its table, with its default")
    void serverOptions(String heading, List<ProviderConfigProperty> options) {
        assertThat(rows(heading).map(row -> row.subList(0, 2)))
                .containsExactlyElementsOf(options.stream()
                        .map(option -> List.of(option.getName(), byDefault(option, "")))
                        .toList());
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                Arguments.of(
                        "## Policy: text messages",
                        keys(SmsSetting.values(), SmsSetting::key),
                        good(settings ->
                                SmsPolicyReader.read(settings, gateway -> true).bad())),
                Arguments.of(
                        "## Policy: phone app",
                        keys(PushSetting.values(), PushSetting::key),
                        good(settings -> PushPolicyReader.read(settings).bad())),
                Arguments.of(
                        "## Policy: backup codes",
                        keys(BackupCodeSetting.values(), BackupCodeSetting::key),
                        good(settings -> BackupCodePolicyReader.read(settings).bad())),
                Arguments.of(
                        "## Policy: temporary passwords",
                        keys(AppPasswordSetting.values(), AppPasswordSetting::key),
                        good(settings -> AppPasswordPolicyReader.read(settings).bad())));
    }

    @ParameterizedTest
    @MethodSource("policies")
    @DisplayName("Each setting of a policy is in its table, and every range is the one that is checked")
    void ranges(String heading, List<String> keys, BiPredicate<String, Integer> good) {
        List<List<String>> rows = rows(heading).toList();
        assertThat(rows).extracting(row -> row.get(1)).containsAll(keys);
        for (List<String> row : rows) {
            Matcher range = RANGE.matcher(row.get(4));
            if (range.matches()) {
                int least = Integer.parseInt(range.group(1));
                int most = Integer.parseInt(range.group(2));
                assertThat(Stream.of(least - 1, least, most, most + 1).map(number -> good.test(row.get(1), number)))
                        .as(row.get(1))
                        .containsExactly(false, true, true, false);
            }
        }
    }

    @Test
    @DisplayName("The outbox fails for the numbers that the page names, and for no others")
    void failingNumbers() {
        OutboxGateway outbox = new OutboxGateway(new Outbox(InstantSource.system()));
        List<String> failing = IntStream.range(0, 10_000)
                .mapToObj(number -> String.format(Locale.ROOT, "%04d", number))
                .filter(digits -> !(outbox.send(text("+1202555" + digits)) instanceof SendOutcome.Accepted))
                .toList();
        assertThat(rows("### Outbox").map(row -> row.get(0))).containsExactlyElementsOf(failing);
    }

    private static TextMessage text(String number) {
        return new TextMessage(PhoneNumber.ofE164(number), Secret.of("hello"), Duration.ofMinutes(1));
    }

    private static BiPredicate<String, Integer> good(Function<Map<String, String>, List<?>> bad) {
        return (key, number) -> bad.apply(Map.of(key, String.valueOf(number))).isEmpty();
    }

    private static <T> List<String> keys(T[] settings, Function<T, String> key) {
        return Arrays.stream(settings).map(key).toList();
    }

    private static String byDefault(ProviderConfigProperty property, String none) {
        String text = Objects.toString(property.getDefaultValue(), "");
        return text.isEmpty() ? none : text;
    }

    /** The cells of the first table below the heading, without code marks and without the table's own heading. */
    private static Stream<List<String>> rows(String heading) {
        return PAGE.substring(PAGE.indexOf(heading + "\n"))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(CELL.split(line, -1))
                        .skip(1)
                        .map(cell -> cell.strip().replaceAll("^`([^`]*)`$", "$1"))
                        .toList());
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "configuration.md"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
