package dev.twostep.throttle.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** An H2 database in memory that lives as long as a test class. */
final class TestDatabase implements LimitTransaction, AutoCloseable {

    /** Kept here, because a logger that nobody holds forgets its level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private final SessionFactory factory;

    TestDatabase(Class<?>... entities) {
        HIBERNATE.setLevel(Level.SEVERE); // collisions are what these tests provoke
        factory = new Configuration()
                .addAnnotatedClasses(entities)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .setProperty("hibernate.connection.pool_size", "10")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .buildSessionFactory();
    }

    @Override
    public <T> T run(BiFunction<EntityManager, Runnable, T> work) {
        try (EntityManager rows = factory.createEntityManager()) {
            EntityTransaction transaction = rows.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(rows, transaction::setRollbackOnly);
                if (!transaction.getRollbackOnly()) {
                    transaction.commit();
                }
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
