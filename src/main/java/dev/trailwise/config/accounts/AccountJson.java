package dev.trailwise.config.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.JsonText;
import dev.trailwise.trail.AccountId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Accounts in the JSON of {@code aws organizations list-accounts}, one page or several one after the other.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html">ListAccounts</a>
 */
final class AccountJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What AWS allows; such a name is safe to show. */
    private static final Pattern NAME = Pattern.compile("[ -~]{1,50}");

    private static final String ACCOUNTS = "Accounts";

    private AccountJson() {}

    /** @throws Failure when it is not that, or its last page is missing */
    static List<Account> read(byte[] json) {
        Map<AccountId, Account> accounts = new LinkedHashMap<>();
        boolean more = false;
        try (MappingIterator<JsonNode> pages = JSON.readerFor(JsonNode.class).readValues(json)) {
            while (pages.hasNextValue()) {
                JsonNode page = pages.nextValue();
                if (!page.path(ACCOUNTS).isArray()) {
                    throw Failure.usage("not a list of accounts: an object has no array Accounts");
                }
                page.path(ACCOUNTS).forEach(account -> {
                    Account read = account(account);
                    accounts.put(read.id(), read);
                });
                more = page.hasNonNull("NextToken");
            }
        } catch (JsonProcessingException invalid) {
            throw Failure.usage("not a list of accounts: invalid JSON at line "
                    + invalid.getLocation().getLineNr());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (accounts.isEmpty()) {
            throw Failure.usage("the list has no accounts");
        }
        if (more) {
            throw Failure.usage("the list of accounts is not complete: its last page has a NextToken");
        }
        return List.copyOf(accounts.values());
    }

    private static Account account(JsonNode account) {
        String id = account.path("Id").asText();
        String name = account.path("Name").asText();
        try {
            if (NAME.matcher(name).matches()) {
                return new Account(
                        new AccountId(id),
                        name,
                        account.path("Status").asText(account.path("State").asText()));
            }
        } catch (IllegalArgumentException invalid) {
            throw Failure.usage("not a list of accounts: " + invalid.getMessage());
        }
        throw Failure.usage(
                "not a list of accounts: account " + id + " has no Name of 1 to 50 printable ASCII characters");
    }

    static byte[] write(List<Account> accounts) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Account account : accounts) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Id", account.id().digits());
            fields.put("Name", account.name());
            fields.put("Status", account.status());
            list.add(fields);
        }
        return JsonText.document(Map.of(ACCOUNTS, list)).getBytes(StandardCharsets.UTF_8);
    }
}
