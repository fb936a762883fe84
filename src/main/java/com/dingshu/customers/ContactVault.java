package com.dingshu.customers;

import com.dingshu.shared.PersonName;
import com.dingshu.shared.Phone;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.DataKey;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals and opens contact data. Every customer has a key of its own, wrapped by the merchant's; who destroys it has erased
 * every name, telephone number and address sealed with it, in backups too. What is sealed opens only in the place it was
 * sealed for.
 */
@Service
public class ContactVault {

    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}$");
    private static final String PHONE = "phone";
    private static final String LAST_FOUR = "last-four";
    private static final String NAME = "name";

    private final TenantKeys keys;
    private final CustomerGateway gateway;
    private final ObjectMapper json = JsonMapper.builder().build();
    private final Cache<Owner, DataKey> opened = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    ContactVault(TenantKeys keys, CustomerGateway gateway) {
        this.keys = keys;
        this.gateway = gateway;
    }

    private record Owner(int tenantId, UUID customerId) {}

    /** Seals contact data of a customer recognised before. */
    @Requires({
        Permission.ORDERS_ACCEPT,
        Permission.ORDERS_CREATE,
        Permission.ORDERS_EDIT_CONTACT,
        Permission.CUSTOMERS_EDIT
    })
    public SealedContact seal(UUID customerId, ContactPlace place, Contact contact) {
        return sealed(key(customerId), place, contact);
    }

    /**
     * Opens sealed contact data. Showing it to a person is to be logged by whoever shows it.
     *
     * @throws IllegalStateException when the place differs from that it was sealed for, or the key is gone
     */
    @Requires({
        Permission.CONTACT_REVEAL,
        Permission.ORDERS_EDIT_CONTACT,
        Permission.ORDERS_ACCEPT,
        Permission.FACTS_RECORD,
        Permission.FULFILMENT_PRINT,
        Permission.STATUS_PAGE
    })
    public Contact open(UUID customerId, ContactPlace place, byte[] cipher) {
        byte[] plain = key(customerId).decrypt(cipher, place.context(tenant()));
        return json.readValue(plain, Contact.class);
    }

    /** Fetches the keys of these customers by one statement for 256, so that opening their contacts needs no more. */
    @Requires({Permission.FACTS_RECORD, Permission.FULFILMENT_PRINT, Permission.CONTACT_REVEAL})
    public void fetchKeys(Collection<UUID> customerIds) {
        List<UUID> missing = customerIds.stream()
                .filter(id -> opened.getIfPresent(new Owner(tenant(), id)) == null)
                .toList();
        gateway.wrappedKeys(missing).forEach(this::remember);
    }

    /** By which a whole number is found, whatever way it is written; empty when it is none. */
    @Requires({Permission.ORDERS_VIEW, Permission.CUSTOMERS_VIEW, Permission.STATUS_PAGE})
    public Optional<byte[]> phoneIndex(String text) {
        return Phone.parse(text, "CN").map(this::index);
    }

    /** By which the last four digits are found; empty unless the text is four digits. */
    @Requires({Permission.ORDERS_VIEW, Permission.CUSTOMERS_VIEW, Permission.STATUS_PAGE})
    public Optional<byte[]> lastFourIndex(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return plain.length() == 4 ? lastFour(plain) : Optional.empty();
    }

    /** By which a whole name is found, apart from blanks and case; empty for a masked or empty one. */
    @Requires({Permission.ORDERS_VIEW, Permission.CUSTOMERS_VIEW, Permission.STATUS_PAGE})
    public Optional<byte[]> nameIndex(String text) {
        String normalised = PersonName.normalised(text);
        return normalised.isEmpty() || normalised.contains("*")
                ? Optional.empty()
                : Optional.of(keys.blindIndex(NAME, normalised));
    }

    /** Makes the key of a new customer and remembers it; the wrapped form is to be stored. */
    byte[] newKey(UUID customerId) {
        DataKey key = keys.newDataKey();
        opened.put(new Owner(tenant(), customerId), key);
        return keys.wrap(key, keyContext(customerId));
    }

    void remember(UUID customerId, byte[] wrapped) {
        Owner owner = new Owner(tenant(), customerId);
        if (opened.getIfPresent(owner) == null) {
            opened.put(owner, keys.unwrap(wrapped, keyContext(customerId)));
        }
    }

    SealedContact sealedOwn(UUID customerId, Contact contact) {
        return sealed(key(customerId), ownPlace(customerId), contact);
    }

    static ContactPlace ownPlace(UUID customerId) {
        return new ContactPlace("customer", customerId, "contact");
    }

    /** What tells one contact from another without storing either. */
    @Requires({Permission.ORDERS_ACCEPT, Permission.ORDERS_CREATE, Permission.CUSTOMERS_EDIT})
    public byte[] fingerprint(Contact contact) {
        String number = contact.number().map(Phone::display).orElse(contact.phone());
        return keys.blindIndex(
                "contact",
                PersonName.normalised(contact.name())
                        + '\n'
                        + number
                        + '\n'
                        + contact.address().normalised());
    }

    byte[] index(Phone phone) {
        String extension = phone.extension() == null ? "" : "-" + phone.extension();
        return keys.blindIndex(PHONE, phone.e164() + extension);
    }

    byte[] buyerIndex(String channel, String channelBuyerKey) {
        return keys.blindIndex("buyer|" + channel, channelBuyerKey);
    }

    private SealedContact sealed(DataKey key, ContactPlace place, Contact contact) {
        Optional<Phone> number = contact.number();
        return new SealedContact(
                key.encrypt(json.writeValueAsBytes(contact), place.context(tenant())),
                number.map(this::index).orElse(null),
                lastFour(number.map(Phone::lastFour).orElse(contact.phone())).orElse(null),
                orNull(nameIndex(contact.name())),
                contact.masked(),
                contact.address().country(),
                contact.address().province(),
                contact.address().city(),
                contact.address().district());
    }

    private Optional<byte[]> lastFour(String text) {
        var digits = FOUR_DIGITS.matcher(text);
        return digits.find() ? Optional.of(keys.blindIndex(LAST_FOUR, digits.group())) : Optional.empty();
    }

    private DataKey key(UUID customerId) {
        return opened.get(
                new Owner(tenant(), customerId),
                owner -> keys.unwrap(gateway.wrappedKey(customerId), keyContext(customerId)));
    }

    private static String keyContext(UUID customerId) {
        return "customer|" + customerId + "|data_key";
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }

    private static byte @Nullable [] orNull(Optional<byte[]> index) {
        return index.orElse(null);
    }
}
