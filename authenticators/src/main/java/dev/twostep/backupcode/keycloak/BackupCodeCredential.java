package dev.twostep.backupcode.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.twostep.backupcode.BackupCodeSet;
import dev.twostep.backupcode.BackupCodeSet.Entry;
import dev.twostep.backupcode.BackupCodeSet.Pending;
import dev.twostep.backupcode.BackupCodeSet.State;
import dev.twostep.backupcode.CodeHasher;
import dev.twostep.keycloak.JsonCredential;
import dev.twostep.secret.SecretHash;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A user's backup codes as Keycloak stores them, in one row: what users and admins can read says how they are hashed and how many are left,
 * the hashes themselves stand where nobody reads.
 */
public final class BackupCodeCredential extends JsonCredential {

    public static final String TYPE = "twostep-backup-code";

    private static final long serialVersionUID = 1L;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /** What users and admins may see. */
    private record Shown(
            @JsonProperty("algorithm") String algorithm,
            @JsonProperty("iterations") int iterations,
            @JsonProperty("active") int active) {}

    /** What they may not. */
    private record Hidden(
            @JsonProperty("iterations") int iterations,
            @JsonProperty("salt") String salt,
            @JsonProperty("codes") List<Code> codes,
            @JsonProperty("pending") @Nullable Waiting pending,
            @JsonProperty("factors") Set<String> factors) {}

    private record Code(
            @JsonProperty("number") int number,
            @JsonProperty("hash") String hash,
            @JsonProperty("state") State state,
            @JsonProperty("since") long since) {}

    private record Waiting(
            @JsonProperty("number") int number,
            @JsonProperty("id") String id,
            @JsonProperty("key") String key,
            @JsonProperty("replacing") boolean replacing) {}

    /**
     * A new row.
     *
     * @param id    the same for one user always, so that the database refuses a second row
     * @param label what it is called where it is deleted
     */
    static BackupCodeCredential of(String id, String label, BackupCodeSet set) {
        BackupCodeCredential credential = new BackupCodeCredential();
        credential.setId(id);
        credential.setType(TYPE);
        credential.setUserLabel(label);
        credential.setCreatedDate(Time.currentTimeMillis());
        credential.set(set);
        return credential;
    }

    static BackupCodeCredential from(CredentialModel stored) {
        BackupCodeCredential credential = new BackupCodeCredential();
        credential.copy(stored);
        return credential;
    }

    /** Rows of earlier versions have no name. */
    void nameIfNameless(String label) {
        if (getUserLabel() == null) {
            setUserLabel(label);
        }
    }

    void set(BackupCodeSet set) {
        setCredentialData(json(new Shown(CodeHasher.ALGORITHM, set.hasher().iterations(), set.active())));
        setSecretData(json(new Hidden(
                set.hasher().iterations(),
                BASE64.encodeToString(set.hasher().salt()),
                set.entries().stream().map(BackupCodeCredential::code).toList(),
                waiting(set.pending()),
                set.factors())));
    }

    /** The codes; empty if the row is damaged, and then none is accepted. */
    Optional<BackupCodeSet> codes() {
        String secretData = getSecretData();
        if (secretData == null) {
            return Optional.empty();
        }
        try {
            Hidden hidden = JsonSerialization.readValue(secretData, Hidden.class);
            return Optional.of(new BackupCodeSet(
                    new CodeHasher(hidden.iterations(), Base64.getDecoder().decode(hidden.salt())),
                    hidden.codes().stream().map(BackupCodeCredential::entry).collect(Collectors.toList()),
                    pending(hidden.pending()),
                    hidden.factors()));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Code code(Entry entry) {
        return new Code(
                entry.number(),
                BASE64.encodeToString(entry.hash().bytes()),
                entry.state(),
                entry.since().getEpochSecond());
    }

    private static Entry entry(Code code) {
        return new Entry(
                code.number(),
                new SecretHash(Base64.getDecoder().decode(code.hash())),
                code.state(),
                Instant.ofEpochSecond(code.since()));
    }

    private static @Nullable Waiting waiting(@Nullable Pending pending) {
        return pending == null
                ? null
                : new Waiting(pending.number(), pending.id(), pending.keyId(), pending.replacing());
    }

    private static @Nullable Pending pending(@Nullable Waiting waiting) {
        return waiting == null ? null : new Pending(waiting.number(), waiting.id(), waiting.key(), waiting.replacing());
    }
}
