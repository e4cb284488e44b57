package dev.twostep.apppassword.keycloak;

import dev.twostep.apppassword.AppPasswordStore;
import dev.twostep.apppassword.Grounds;
import dev.twostep.apppassword.IssuedPassword;
import dev.twostep.keycloak.LockedCredential;
import dev.twostep.keycloak.StoredFactors;
import dev.twostep.keycloak.Transactions;
import dev.twostep.keycloak.UserCache;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Temporary passwords in credentials of the user's, one each. */
final class CredentialAppPasswordStore implements AppPasswordStore {

    private static final Logger LOG = Logger.getLogger(CredentialAppPasswordStore.class);

    private final KeycloakSession session;
    private final UserModel user;

    CredentialAppPasswordStore(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    @Override
    public Holding look() {
        return holding(user);
    }

    @Override
    public Optional<IssuedPassword> find(String id) {
        return read(Optional.ofNullable(user.credentialManager().getStoredCredentialById(id)));
    }

    @Override
    public Grounds grounds() {
        return grounds(user);
    }

    /** One at a time for a user: under the lock of a factor's row, because the row that is added is not there yet. */
    @Override
    public <T> T add(Function<Holding, Step<T>> decision) {
        Optional<String> anchor = StoredFactors.row(user);
        if (anchor.isEmpty()) {
            return decision.apply(look()).answer();
        }
        return new LockedCredential(session, user, anchor.get()).change(seen -> {
            Step<T> step = decision.apply(holding(seen.user()));
            if (step.password() != null) {
                seen.user().credentialManager().createStoredCredential(AppPasswordCredential.of(step.password()));
            }
            return new LockedCredential.Step<>(null, step.answer());
        });
    }

    @Override
    public <T> T change(String id, Function<Optional<IssuedPassword>, Step<T>> decision) {
        return new LockedCredential(session, user, id).change(seen -> {
            Step<T> step = decision.apply(read(seen.stored()));
            IssuedPassword changed = seen.stored().isPresent() ? step.password() : null;
            return new LockedCredential.Step<>(
                    changed == null ? null : AppPasswordCredential.of(changed), step.answer());
        });
    }

    @Override
    public void remove(Collection<String> ids) {
        Transactions.inNew(session, own -> {
            UserModel fresh = UserCache.fresh(own, user.getId());
            ids.forEach(id -> fresh.credentialManager().removeStoredCredentialById(id));
            return ids.size();
        });
        UserCache.forget(user);
    }

    private Holding holding(UserModel owner) {
        return new Holding(
                owner.credentialManager()
                        .getStoredCredentialsByTypeStream(AppPasswordCredential.TYPE)
                        .flatMap(stored -> read(Optional.of(stored)).stream())
                        .toList(),
                grounds(owner));
    }

    private static Grounds grounds(UserModel owner) {
        return new Grounds(
                StoredFactors.ids(owner),
                owner.credentialManager()
                        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                        .findFirst()
                        // Keycloak keeps the date when it only hashes the same password anew
                        .map(password -> password.getId() + "|" + password.getCreatedDate())
                        .orElse(""));
    }

    private Optional<IssuedPassword> read(Optional<CredentialModel> stored) {
        Optional<CredentialModel> ours =
                stored.filter(credential -> AppPasswordCredential.TYPE.equals(credential.getType()));
        Optional<IssuedPassword> password =
                ours.map(AppPasswordCredential::from).flatMap(AppPasswordCredential::password);
        if (ours.isPresent() && password.isEmpty()) {
            LOG.warnf(
                    "TWOSTEP-APP-1: the temporary password %s of user %s cannot be read and is not accepted",
                    ours.get().getId(), user.getId());
        }
        return password;
    }
}
