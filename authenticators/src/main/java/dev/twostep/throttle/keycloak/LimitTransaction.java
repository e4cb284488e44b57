package dev.twostep.throttle.keycloak;

import jakarta.persistence.EntityManager;
import java.util.function.BiFunction;

/** A transaction of its own for one step of the throttle. */
interface LimitTransaction {

    /** Runs the work and commits, unless the work asks for the rollback by running what it is given. */
    <T> T run(BiFunction<EntityManager, Runnable, T> work);
}
