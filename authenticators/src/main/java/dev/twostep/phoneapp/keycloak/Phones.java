package dev.twostep.phoneapp.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.keycloak.PhonesProvider;
import dev.twostep.keycloak.RealmKeys;
import dev.twostep.keycloak.Source;
import dev.twostep.keycloak.ThrottleProvider;
import dev.twostep.phoneapp.AnsweringPhone;
import dev.twostep.phoneapp.ApiError;
import dev.twostep.phoneapp.CallProof;
import dev.twostep.phoneapp.DeviceKey;
import dev.twostep.phoneapp.LoginCodeCheck;
import dev.twostep.phoneapp.LoginCodes;
import dev.twostep.phoneapp.Phone;
import dev.twostep.phoneapp.PhoneAnswer;
import dev.twostep.phoneapp.PhoneAnswer.Decision;
import dev.twostep.push.PushSubscription;
import dev.twostep.secret.Secret;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.keycloak.util.JsonSerialization;

/** The paired phones, and what they sign. */
final class Phones implements PhonesProvider {

    private static final String PROOF = "dpop+jwt";
    private static final String ANSWER = "twostep-answer+jwt";

    private final KeycloakSession session;
    private final OnceOnly once;

    Phones(KeycloakSession session) {
        this.session = session;
        this.once = new OnceOnly(session);
    }

    @Override
    public Call call() {
        List<String> headers =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader("DPoP");
        if (headers == null || headers.size() != 1) {
            return new Call.Refused(ApiError.INVALID_DPOP_PROOF);
        }
        return SignedText.read(headers.get(0), PROOF)
                .flatMap(proof -> proof.namedKey().filter(key -> proves(proof, key)))
                .map(key -> call(key, id(headers.get(0))))
                .orElseGet(() -> new Call.Refused(ApiError.INVALID_DPOP_PROOF));
    }

    /** A proof is used up if its key is known here; keys that nobody knows would only fill the store. */
    private Call call(DeviceKey key, String proof) {
        PhoneOwner owners = new PhoneOwner(session);
        Optional<UserModel> user = owners.of(key.id());
        Optional<Phone> phone = user.flatMap(owner -> new UserPhones(session, owner).find(key.id()))
                .filter(known -> known.key().isSameAs(key));
        if (phone.isEmpty() && owners.isKnown(key.id())) {
            // its user or its row cannot be read now; the phone must not take that for its end
            return new Call.Refused(ApiError.ACCOUNT_LOCKED);
        }
        boolean known = phone.isPresent() || RealmPairings.of(session).of(key).isPresent();
        if (known && !once.use(key, proof)) {
            return new Call.Refused(ApiError.INVALID_DPOP_PROOF);
        }
        return phone.isPresent() ? new Call.By(user.orElseThrow(), phone.get()) : new Call.ByStranger(key);
    }

    private static String id(String proof) {
        return SignedText.read(proof, PROOF).map(signed -> signed.text("jti")).orElse("");
    }

    private boolean proves(SignedText signed, DeviceKey key) {
        UriInfo uri = session.getContext().getUri(UrlType.FRONTEND);
        Optional<URI> named = uri(signed.text("htu"));
        CallProof proof = new CallProof(
                signed.text("htm"),
                named.orElse(URI.create("")),
                Instant.ofEpochSecond(signed.seconds("iat")),
                signed.text("jti"));
        return named.isPresent()
                && proof.isFor(
                        session.getContext().getHttpRequest().getHttpMethod(),
                        uri.getAbsolutePath(),
                        Source.CLOCK.instant())
                && signed.isSignedBy(key);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<PhoneAnswer> answer(AnsweringPhone phone, String body) {
        JsonBody sent = JsonBody.read(body);
        String jws = sent.text("answer");
        return SignedText.read(jws, ANSWER)
                .filter(signed -> signed.isSignedBy(phone.key()))
                .flatMap(Phones::answer)
                .filter(answer -> answer.isFrom(phone.id(), issuer(), Source.CLOCK.instant()))
                // nobody is kept from saying no
                .filter(answer ->
                        answer.decision() != Decision.APPROVE || new ScreenLock(session).confirms(phone, jws, sent))
                .filter(answer -> once.use(phone.key(), answer.id()));
    }

    private static Optional<PhoneAnswer> answer(SignedText signed) {
        Optional<Decision> decision =
                switch (signed.text("decision")) {
                    case "approve" -> Optional.of(Decision.APPROVE);
                    case "deny" -> Optional.of(Decision.DENY);
                    case "not_me" -> Optional.of(Decision.NOT_ME);
                    default -> Optional.empty();
                };
        return decision.map(said -> new PhoneAnswer(
                signed.text("aud"),
                signed.text("sub"),
                signed.text("rid"),
                signed.text("nonce"),
                said,
                signed.textOrNull("number"),
                signed.textOrNull("secret"),
                signed.text("ctx"),
                Instant.ofEpochSecond(signed.seconds("iat")),
                Instant.ofEpochSecond(signed.seconds("exp")),
                signed.text("jti")));
    }

    /** What a phone takes for the realm's name in what it signs. */
    String issuer() {
        return Urls.realmIssuer(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                session.getContext().getRealm().getName());
    }

    @Override
    public List<Phone> of(UserModel user) {
        return new UserPhones(session, user).all();
    }

    @Override
    public LoginCodeCheck check(UserModel user, String digits) {
        LoginCodeCheck check = codes(session, user).use(digits);
        if (check instanceof LoginCodeCheck.Accepted accepted) {
            used(user, accepted.phone());
        }
        return check;
    }

    static LoginCodes codes(KeycloakSession session, UserModel user) {
        return new LoginCodes(
                user.getId(), new UserPhones(session, user), session.getProvider(ThrottleProvider.class), Source.CLOCK);
    }

    @Override
    public void used(UserModel user, String phone) {
        new UserPhones(session, user).used(phone);
    }

    @Override
    public Optional<Wake> wake(UserModel user, String phone) {
        return new UserPhones(session, user).hidden(phone).flatMap(hidden -> {
            if (hidden.subscription() == null || hidden.pushKey() == null) {
                return Optional.empty();
            }
            return new RealmKeys(session)
                    .open(PhoneAppCredential.subscriptionPurpose(phone), hidden.subscription())
                    .flatMap(Phones::subscription)
                    .map(subscription -> new Wake(subscription, hidden.pushKey()));
        });
    }

    /** As the phone gave it: the JSON of the Push API. */
    static Optional<PushSubscription> subscription(Secret json) {
        try {
            JsonNode node = JsonSerialization.mapper.readTree(json.reveal());
            return PushSubscription.read(
                    node.path("endpoint").asText(),
                    node.path("keys").path("p256dh").asText(),
                    node.path("keys").path("auth").asText());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void dropSubscription(UserModel user, String phone) {
        new UserPhones(session, user).change(phone, credential -> credential
                .hidden()
                .map(hidden -> credential.with(hidden.withSubscription(null, null)))
                .orElse(credential));
    }

    @Override
    public void close() {
        // keeps nothing
    }
}
