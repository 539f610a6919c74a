-- What stands under the name of a business on its documents: address, KRA PIN, how to reach it. Lines as they are printed.
alter table businesses add column letterhead text constraint businesses_letterhead_check check (length(letterhead) between 1 and 400);
