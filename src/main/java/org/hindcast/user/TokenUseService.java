package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** When tokens were last used and last refused, written at most once a minute. */
@ApplicationScoped
@Transactional
class TokenUseService {

    private static final String USED =
            "update tokens set last_used_at = now() where id = ? and coalesce(last_used_at < now() - interval '1 minute', true)";
    private static final String REFUSED =
            "update tokens set refused_at = now() where id = ? and coalesce(refused_at < now() - interval '1 minute', true)";

    @PersistenceContext
    private EntityManager em;

    void used(Integer id) {
        em.createNativeQuery(USED).setParameter(1, id).executeUpdate();
    }

    /** Whether it is to be told: a forgotten program must not fill the audit. */
    boolean refused(Integer id) {
        return em.createNativeQuery(REFUSED).setParameter(1, id).executeUpdate() > 0;
    }
}
