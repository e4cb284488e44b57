package dev.twostep.phoneapp.keycloak;

import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.keycloak.Transactions;
import dev.twostep.keycloak.UserCache;
import dev.twostep.phoneapp.NewPhone;
import dev.twostep.phoneapp.Pairing;
import dev.twostep.phoneapp.Pairing.State;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Makes a phone that has passed its trial a factor. One atomic step of its own: either the pairing is done and the phone counts, or neither. */
final class PairedPhone {

    private final KeycloakSession session;

    PairedPhone(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Empty if the pairing is not where it has to be, the old phone is gone already, or somebody was faster; then nothing has changed.
     *
     * @param replaced the phone that hands over, which goes; null if none does
     * @return the factor, as {@link StoredFactors} names it
     */
    Optional<String> add(Pairing pairing, @Nullable String replaced) {
        NewPhone phone = Objects.requireNonNull(pairing.phone());
        return Transactions.inNewUntilAlone(session, own -> {
            UserModel user = UserCache.fresh(own, pairing.userId());
            boolean canReplace = replaced == null || user.credentialManager().removeStoredCredentialById(replaced);
            if (!canReplace || !isDoneNow(own, pairing)) {
                own.getTransactionManager().setRollbackOnly();
                return Optional.empty();
            }
            CredentialModel stored = user.credentialManager()
                    .createStoredCredential(PhoneAppCredential.of(phone, freeName(user, phone.name())));
            // Keycloak asks for the factor that stands first, and this one is the strongest that nobody has to plug in
            user.credentialManager().moveStoredCredentialTo(stored.getId(), null);
            return Optional.of(StoredFactors.id(stored));
        });
    }

    private static boolean isDoneNow(KeycloakSession own, Pairing pairing) {
        return own.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery("""
                                update PairingEntity p set p.state = :done
                                where p.id = :id and p.state = :tried and p.expiresAt > :now""")
                        .setParameter("done", State.DONE.name())
                        .setParameter("id", pairing.id())
                        .setParameter("tried", State.TRIED.name())
                        .setParameter("now", Source.CLOCK.instant().toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** Keycloak wants a user's credentials of one type to have different names, whatever their case. */
    static String freeName(UserModel user, String wanted) {
        Set<String> taken = user.credentialManager()
                .getStoredCredentialsByTypeStream(PhoneAppCredential.TYPE)
                .map(stored -> String.valueOf(stored.getUserLabel()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        Stream.of(wanted),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> wanted + " " + number))
                .filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
