package dev.twostep.sms;

import dev.twostep.throttle.Claim;
import dev.twostep.throttle.Limits;
import java.util.List;

/**
 * Which limits a text and a guess use, by what the code is for. Anybody can have a text sent to any number by adding it to an account, so
 * these texts are counted apart: they take nothing from the sign-ins of whoever has the number, and cannot tell whether anybody has it.
 */
final class CodeLimits {

    private final SmsPolicy policy;

    CodeLimits(SmsPolicy policy) {
        this.policy = policy;
    }

    /** The wait between two texts. */
    Claim pause(CodeOwner owner) {
        return switch (owner.purpose()) {
            case LOGIN -> Limits.resend(owner.numberKey(), policy.resendWait());
            case VERIFY_NUMBER -> Limits.resendUnproven(owner.userId(), owner.numberKey(), policy.resendWait());
        };
    }

    /** All that one text uses. */
    List<Claim> text(CodeRequest request) {
        return List.of(
                pause(request.owner()),
                Limits.sendsPerUser(request.owner().userId(), policy.textsPerUser()),
                perNumber(request.owner()),
                Limits.sendsPerAddress(request.addressKey(), policy.textsPerAddress()));
    }

    /**
     * All that one guess uses. No account is behind the code that proves a number: five tries and the hour bound it, and a count that only a
     * right code ends would shut out for good whoever used it up.
     */
    List<Claim> guess(String userId, Purpose purpose) {
        String key = userId + "|" + purpose;
        Claim hour = Limits.wrongCodesPerUser(key, policy.wrongCodesPerUser());
        return switch (purpose) {
            case LOGIN -> List.of(hour, Limits.wrongCodesInARow(key));
            case VERIFY_NUMBER -> List.of(hour);
        };
    }

    private Claim perNumber(CodeOwner owner) {
        return switch (owner.purpose()) {
            case LOGIN -> Limits.sendsPerNumber(owner.numberKey(), policy.textsPerNumber());
            case VERIFY_NUMBER -> Limits.sendsPerUnprovenNumber(owner.numberKey(), policy.textsPerNumber());
        };
    }
}
