package org.hindcast.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Lets nodes that share one database do the same work one after the other, so that the second finds it done. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Turns {

    private static final String PATIENCE =
            "select set_config('lock_timeout', '0', true) || set_config('statement_timeout', '0', true)";

    @PersistenceContext
    private EntityManager em;

    /** Waits until no other node does this work. The turn ends with the transaction. */
    public void await(int work) {
        em.createNativeQuery(PATIENCE).getSingleResult();
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?) as text)")
                .setParameter(1, work)
                .getSingleResult();
    }
}
