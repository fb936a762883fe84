package com.dingshu.identity;

import com.dingshu.tenancy.TenantKey;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface UserRepository extends JpaRepository<User, TenantKey> {

    List<User> findAllByOrderByNameAscLoginAsc();

    boolean existsByLogin(String login);

    /** Everybody, locked in one order, so that two owners cannot take each other's role at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u order by u.id")
    List<User> lockAll();

    default User own(UUID id) {
        return findById(TenantKey.own(id)).orElseThrow(() -> new NoSuchElementException("No user " + id));
    }
}
