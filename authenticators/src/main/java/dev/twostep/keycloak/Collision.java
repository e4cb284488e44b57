package dev.twostep.keycloak;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Failures that mean "somebody else was there at the same moment": worth another try, unlike a database that is down. */
public final class Collision {

    /** SQL state classes: 23 a duplicate key, 40 a deadlock or serialization failure, 61 Oracle's deadlock. */
    private static final String CLASSES = "23|40|61";

    /** H2: the row was changed by a transaction that had not ended yet. */
    private static final int H2_CONCURRENT_UPDATE = 90131;

    private Collision() {}

    public static boolean caused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Collision::next).anyMatch(Collision::isOne);
    }

    private static boolean isOne(Throwable failure) {
        if (failure instanceof OptimisticLockException
                || failure instanceof PessimisticLockException
                || failure instanceof EntityExistsException) {
            return true;
        }
        return failure instanceof SQLException sql
                && (sql.getErrorCode() == H2_CONCURRENT_UPDATE
                        || (sql.getSQLState() != null && sql.getSQLState().matches("(" + CLASSES + ").*")));
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause();
    }
}
