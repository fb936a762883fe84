package com.dingshu.tenancy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The installation's key: it wraps the merchants' keys and encrypts nothing else. Old keys of the keyset still open. */
@Component
class MasterKey {

    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);

    private final Aead aead;

    MasterKey(KeySettings settings) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        if (settings.file() == null || settings.file().isBlank()) {
            throw new IllegalStateException("No key file: set DINGSHU_KEYS to the path of a keyset file. "
                    + "Without it no personal data can be read or written.");
        }
        Path file = Path.of(settings.file());
        if (!Files.exists(file)) {
            if (!settings.createWhenMissing()) {
                throw new IllegalStateException(
                        "The key file " + file.toAbsolutePath() + " does not exist. Restore it from its backup.");
            }
            create(file);
        }
        aead = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    byte[] wrap(byte[] key, String context) {
        try {
            return aead.encrypt(key, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] unwrap(byte[] wrapped, String context) {
        try {
            return aead.decrypt(wrapped, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "The key file does not open this database's keys. Is it the right one?", wrongKey);
        }
    }

    private static void create(Path file) throws GeneralSecurityException, IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        log.warn("Made a new key file {}. Back it up: without it all personal data is lost.", file.toAbsolutePath());
    }
}
