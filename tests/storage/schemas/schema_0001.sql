BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE allocation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	payment_id BIGINT NOT NULL, 
	invoice_id BIGINT NOT NULL, 
	client_id BIGINT NOT NULL, 
	sum BIGINT NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT ck_allocation_sum_positive CHECK (sum > 0), 
	CONSTRAINT fk_allocation_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id), 
	CONSTRAINT fk_allocation_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT fk_allocation_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "allocation" VALUES(1,1,1,1,2,2000000,'2026-11-24 10:00:00.000000');
INSERT INTO "allocation" VALUES(2,1,1,4,2,2000000,'2026-11-24 10:00:00.000000');
CREATE TABLE bank_import (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	file VARCHAR NOT NULL, 
	sha VARCHAR NOT NULL, 
	covers_from DATE, 
	covers_to DATE, 
	lines INTEGER NOT NULL, 
	income BIGINT NOT NULL, 
	expense BIGINT NOT NULL
);
INSERT INTO "bank_import" VALUES(1,1,'2026-11-24 10:00:00.000000','kl_to_1c.txt','',NULL,'2026-11-23',3,1155500,0);
CREATE TABLE bank_line (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	import_id BIGINT NOT NULL, 
	client_id BIGINT, 
	fingerprint VARCHAR NOT NULL, 
	account VARCHAR NOT NULL, 
	direction VARCHAR(40) NOT NULL, 
	number VARCHAR NOT NULL, 
	"on" DATE NOT NULL, 
	sum BIGINT NOT NULL, 
	allocated BIGINT NOT NULL, 
	counterparty VARCHAR NOT NULL, 
	counterparty_key VARCHAR NOT NULL, 
	counterparty_account VARCHAR NOT NULL, 
	inn VARCHAR, 
	purpose TEXT NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	open BOOLEAN NOT NULL, 
	score INTEGER NOT NULL, 
	terms VARCHAR NOT NULL, 
	invoice_id BIGINT, 
	reason VARCHAR, 
	CONSTRAINT ck_bank_line_direction CHECK (direction IN ('income', 'expense', 'own')), 
	CONSTRAINT ck_bank_line_state CHECK (state IN ('new', 'auto', 'suggested', 'allocated', 'ignored')), 
	CONSTRAINT ck_bank_line_sum_positive CHECK (sum > 0), 
	CONSTRAINT ck_bank_line_allocated_within_sum CHECK (allocated >= 0 AND allocated <= sum), 
	CONSTRAINT fk_bank_line_import_id FOREIGN KEY(import_id) REFERENCES bank_import (id), 
	CONSTRAINT fk_bank_line_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_bank_line_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
);
INSERT INTO "bank_line" VALUES(1,1,1,1,'f6cff984d6764b74812579198f806763fa9a8ba71cc03ac6e8792c0e23fa77d3','40702810000000000001','income','17','2026-11-23',1000000,0,'ООО «Плательщик»','ооо «плательщик»','','7700000016','Оплата по договору','suggested',1,50,'ИНН +30; сумма +20; подходит несколько счетов',NULL,NULL);
INSERT INTO "bank_line" VALUES(2,1,1,NULL,'a1f1ff0a74fecea891708670a105b876dbab30b4e5590196fb38fc3869985405','40702810000000000001','income','18','2026-11-23',77700,0,'ООО «Чужой»','ооо «чужой»','',NULL,'Непонятный платёж','new',1,0,'совпадений нет',NULL,NULL);
INSERT INTO "bank_line" VALUES(3,2,1,NULL,'ff311645a49941bdb7a8fcd7d6476a9b9d45b104b6922949a789d6f287a84678','40702810000000000001','income','19','2026-11-23',77800,0,'ИП Возвратов','ип возвратов','',NULL,'Возврат','ignored',0,0,'возврат: это не оплата клиента',NULL,'Возврат поставщика');
CREATE TABLE billing_period (
	period VARCHAR(7) NOT NULL, 
	CONSTRAINT pk_billing_period PRIMARY KEY (period)
);
INSERT INTO "billing_period" VALUES('2000-01');
INSERT INTO "billing_period" VALUES('2000-02');
INSERT INTO "billing_period" VALUES('2000-03');
INSERT INTO "billing_period" VALUES('2000-04');
INSERT INTO "billing_period" VALUES('2000-05');
INSERT INTO "billing_period" VALUES('2000-06');
INSERT INTO "billing_period" VALUES('2000-07');
INSERT INTO "billing_period" VALUES('2000-08');
INSERT INTO "billing_period" VALUES('2000-09');
INSERT INTO "billing_period" VALUES('2000-10');
INSERT INTO "billing_period" VALUES('2000-11');
INSERT INTO "billing_period" VALUES('2000-12');
INSERT INTO "billing_period" VALUES('2001-01');
INSERT INTO "billing_period" VALUES('2001-02');
INSERT INTO "billing_period" VALUES('2001-03');
INSERT INTO "billing_period" VALUES('2001-04');
INSERT INTO "billing_period" VALUES('2001-05');
INSERT INTO "billing_period" VALUES('2001-06');
INSERT INTO "billing_period" VALUES('2001-07');
INSERT INTO "billing_period" VALUES('2001-08');
INSERT INTO "billing_period" VALUES('2001-09');
INSERT INTO "billing_period" VALUES('2001-10');
INSERT INTO "billing_period" VALUES('2001-11');
INSERT INTO "billing_period" VALUES('2001-12');
INSERT INTO "billing_period" VALUES('2002-01');
INSERT INTO "billing_period" VALUES('2002-02');
INSERT INTO "billing_period" VALUES('2002-03');
INSERT INTO "billing_period" VALUES('2002-04');
INSERT INTO "billing_period" VALUES('2002-05');
INSERT INTO "billing_period" VALUES('2002-06');
INSERT INTO "billing_period" VALUES('2002-07');
INSERT INTO "billing_period" VALUES('2002-08');
INSERT INTO "billing_period" VALUES('2002-09');
INSERT INTO "billing_period" VALUES('2002-10');
INSERT INTO "billing_period" VALUES('2002-11');
INSERT INTO "billing_period" VALUES('2002-12');
INSERT INTO "billing_period" VALUES('2003-01');
INSERT INTO "billing_period" VALUES('2003-02');
INSERT INTO "billing_period" VALUES('2003-03');
INSERT INTO "billing_period" VALUES('2003-04');
INSERT INTO "billing_period" VALUES('2003-05');
INSERT INTO "billing_period" VALUES('2003-06');
INSERT INTO "billing_period" VALUES('2003-07');
INSERT INTO "billing_period" VALUES('2003-08');
INSERT INTO "billing_period" VALUES('2003-09');
INSERT INTO "billing_period" VALUES('2003-10');
INSERT INTO "billing_period" VALUES('2003-11');
INSERT INTO "billing_period" VALUES('2003-12');
INSERT INTO "billing_period" VALUES('2004-01');
INSERT INTO "billing_period" VALUES('2004-02');
INSERT INTO "billing_period" VALUES('2004-03');
INSERT INTO "billing_period" VALUES('2004-04');
INSERT INTO "billing_period" VALUES('2004-05');
INSERT INTO "billing_period" VALUES('2004-06');
INSERT INTO "billing_period" VALUES('2004-07');
INSERT INTO "billing_period" VALUES('2004-08');
INSERT INTO "billing_period" VALUES('2004-09');
INSERT INTO "billing_period" VALUES('2004-10');
INSERT INTO "billing_period" VALUES('2004-11');
INSERT INTO "billing_period" VALUES('2004-12');
INSERT INTO "billing_period" VALUES('2005-01');
INSERT INTO "billing_period" VALUES('2005-02');
INSERT INTO "billing_period" VALUES('2005-03');
INSERT INTO "billing_period" VALUES('2005-04');
INSERT INTO "billing_period" VALUES('2005-05');
INSERT INTO "billing_period" VALUES('2005-06');
INSERT INTO "billing_period" VALUES('2005-07');
INSERT INTO "billing_period" VALUES('2005-08');
INSERT INTO "billing_period" VALUES('2005-09');
INSERT INTO "billing_period" VALUES('2005-10');
INSERT INTO "billing_period" VALUES('2005-11');
INSERT INTO "billing_period" VALUES('2005-12');
INSERT INTO "billing_period" VALUES('2006-01');
INSERT INTO "billing_period" VALUES('2006-02');
INSERT INTO "billing_period" VALUES('2006-03');
INSERT INTO "billing_period" VALUES('2006-04');
INSERT INTO "billing_period" VALUES('2006-05');
INSERT INTO "billing_period" VALUES('2006-06');
INSERT INTO "billing_period" VALUES('2006-07');
INSERT INTO "billing_period" VALUES('2006-08');
INSERT INTO "billing_period" VALUES('2006-09');
INSERT INTO "billing_period" VALUES('2006-10');
INSERT INTO "billing_period" VALUES('2006-11');
INSERT INTO "billing_period" VALUES('2006-12');
INSERT INTO "billing_period" VALUES('2007-01');
INSERT INTO "billing_period" VALUES('2007-02');
INSERT INTO "billing_period" VALUES('2007-03');
INSERT INTO "billing_period" VALUES('2007-04');
INSERT INTO "billing_period" VALUES('2007-05');
INSERT INTO "billing_period" VALUES('2007-06');
INSERT INTO "billing_period" VALUES('2007-07');
INSERT INTO "billing_period" VALUES('2007-08');
INSERT INTO "billing_period" VALUES('2007-09');
INSERT INTO "billing_period" VALUES('2007-10');
INSERT INTO "billing_period" VALUES('2007-11');
INSERT INTO "billing_period" VALUES('2007-12');
INSERT INTO "billing_period" VALUES('2008-01');
INSERT INTO "billing_period" VALUES('2008-02');
INSERT INTO "billing_period" VALUES('2008-03');
INSERT INTO "billing_period" VALUES('2008-04');
INSERT INTO "billing_period" VALUES('2008-05');
INSERT INTO "billing_period" VALUES('2008-06');
INSERT INTO "billing_period" VALUES('2008-07');
INSERT INTO "billing_period" VALUES('2008-08');
INSERT INTO "billing_period" VALUES('2008-09');
INSERT INTO "billing_period" VALUES('2008-10');
INSERT INTO "billing_period" VALUES('2008-11');
INSERT INTO "billing_period" VALUES('2008-12');
INSERT INTO "billing_period" VALUES('2009-01');
INSERT INTO "billing_period" VALUES('2009-02');
INSERT INTO "billing_period" VALUES('2009-03');
INSERT INTO "billing_period" VALUES('2009-04');
INSERT INTO "billing_period" VALUES('2009-05');
INSERT INTO "billing_period" VALUES('2009-06');
INSERT INTO "billing_period" VALUES('2009-07');
INSERT INTO "billing_period" VALUES('2009-08');
INSERT INTO "billing_period" VALUES('2009-09');
INSERT INTO "billing_period" VALUES('2009-10');
INSERT INTO "billing_period" VALUES('2009-11');
INSERT INTO "billing_period" VALUES('2009-12');
INSERT INTO "billing_period" VALUES('2010-01');
INSERT INTO "billing_period" VALUES('2010-02');
INSERT INTO "billing_period" VALUES('2010-03');
INSERT INTO "billing_period" VALUES('2010-04');
INSERT INTO "billing_period" VALUES('2010-05');
INSERT INTO "billing_period" VALUES('2010-06');
INSERT INTO "billing_period" VALUES('2010-07');
INSERT INTO "billing_period" VALUES('2010-08');
INSERT INTO "billing_period" VALUES('2010-09');
INSERT INTO "billing_period" VALUES('2010-10');
INSERT INTO "billing_period" VALUES('2010-11');
INSERT INTO "billing_period" VALUES('2010-12');
INSERT INTO "billing_period" VALUES('2011-01');
INSERT INTO "billing_period" VALUES('2011-02');
INSERT INTO "billing_period" VALUES('2011-03');
INSERT INTO "billing_period" VALUES('2011-04');
INSERT INTO "billing_period" VALUES('2011-05');
INSERT INTO "billing_period" VALUES('2011-06');
INSERT INTO "billing_period" VALUES('2011-07');
INSERT INTO "billing_period" VALUES('2011-08');
INSERT INTO "billing_period" VALUES('2011-09');
INSERT INTO "billing_period" VALUES('2011-10');
INSERT INTO "billing_period" VALUES('2011-11');
INSERT INTO "billing_period" VALUES('2011-12');
INSERT INTO "billing_period" VALUES('2012-01');
INSERT INTO "billing_period" VALUES('2012-02');
INSERT INTO "billing_period" VALUES('2012-03');
INSERT INTO "billing_period" VALUES('2012-04');
INSERT INTO "billing_period" VALUES('2012-05');
INSERT INTO "billing_period" VALUES('2012-06');
INSERT INTO "billing_period" VALUES('2012-07');
INSERT INTO "billing_period" VALUES('2012-08');
INSERT INTO "billing_period" VALUES('2012-09');
INSERT INTO "billing_period" VALUES('2012-10');
INSERT INTO "billing_period" VALUES('2012-11');
INSERT INTO "billing_period" VALUES('2012-12');
INSERT INTO "billing_period" VALUES('2013-01');
INSERT INTO "billing_period" VALUES('2013-02');
INSERT INTO "billing_period" VALUES('2013-03');
INSERT INTO "billing_period" VALUES('2013-04');
INSERT INTO "billing_period" VALUES('2013-05');
INSERT INTO "billing_period" VALUES('2013-06');
INSERT INTO "billing_period" VALUES('2013-07');
INSERT INTO "billing_period" VALUES('2013-08');
INSERT INTO "billing_period" VALUES('2013-09');
INSERT INTO "billing_period" VALUES('2013-10');
INSERT INTO "billing_period" VALUES('2013-11');
INSERT INTO "billing_period" VALUES('2013-12');
INSERT INTO "billing_period" VALUES('2014-01');
INSERT INTO "billing_period" VALUES('2014-02');
INSERT INTO "billing_period" VALUES('2014-03');
INSERT INTO "billing_period" VALUES('2014-04');
INSERT INTO "billing_period" VALUES('2014-05');
INSERT INTO "billing_period" VALUES('2014-06');
INSERT INTO "billing_period" VALUES('2014-07');
INSERT INTO "billing_period" VALUES('2014-08');
INSERT INTO "billing_period" VALUES('2014-09');
INSERT INTO "billing_period" VALUES('2014-10');
INSERT INTO "billing_period" VALUES('2014-11');
INSERT INTO "billing_period" VALUES('2014-12');
INSERT INTO "billing_period" VALUES('2015-01');
INSERT INTO "billing_period" VALUES('2015-02');
INSERT INTO "billing_period" VALUES('2015-03');
INSERT INTO "billing_period" VALUES('2015-04');
INSERT INTO "billing_period" VALUES('2015-05');
INSERT INTO "billing_period" VALUES('2015-06');
INSERT INTO "billing_period" VALUES('2015-07');
INSERT INTO "billing_period" VALUES('2015-08');
INSERT INTO "billing_period" VALUES('2015-09');
INSERT INTO "billing_period" VALUES('2015-10');
INSERT INTO "billing_period" VALUES('2015-11');
INSERT INTO "billing_period" VALUES('2015-12');
INSERT INTO "billing_period" VALUES('2016-01');
INSERT INTO "billing_period" VALUES('2016-02');
INSERT INTO "billing_period" VALUES('2016-03');
INSERT INTO "billing_period" VALUES('2016-04');
INSERT INTO "billing_period" VALUES('2016-05');
INSERT INTO "billing_period" VALUES('2016-06');
INSERT INTO "billing_period" VALUES('2016-07');
INSERT INTO "billing_period" VALUES('2016-08');
INSERT INTO "billing_period" VALUES('2016-09');
INSERT INTO "billing_period" VALUES('2016-10');
INSERT INTO "billing_period" VALUES('2016-11');
INSERT INTO "billing_period" VALUES('2016-12');
INSERT INTO "billing_period" VALUES('2017-01');
INSERT INTO "billing_period" VALUES('2017-02');
INSERT INTO "billing_period" VALUES('2017-03');
INSERT INTO "billing_period" VALUES('2017-04');
INSERT INTO "billing_period" VALUES('2017-05');
INSERT INTO "billing_period" VALUES('2017-06');
INSERT INTO "billing_period" VALUES('2017-07');
INSERT INTO "billing_period" VALUES('2017-08');
INSERT INTO "billing_period" VALUES('2017-09');
INSERT INTO "billing_period" VALUES('2017-10');
INSERT INTO "billing_period" VALUES('2017-11');
INSERT INTO "billing_period" VALUES('2017-12');
INSERT INTO "billing_period" VALUES('2018-01');
INSERT INTO "billing_period" VALUES('2018-02');
INSERT INTO "billing_period" VALUES('2018-03');
INSERT INTO "billing_period" VALUES('2018-04');
INSERT INTO "billing_period" VALUES('2018-05');
INSERT INTO "billing_period" VALUES('2018-06');
INSERT INTO "billing_period" VALUES('2018-07');
INSERT INTO "billing_period" VALUES('2018-08');
INSERT INTO "billing_period" VALUES('2018-09');
INSERT INTO "billing_period" VALUES('2018-10');
INSERT INTO "billing_period" VALUES('2018-11');
INSERT INTO "billing_period" VALUES('2018-12');
INSERT INTO "billing_period" VALUES('2019-01');
INSERT INTO "billing_period" VALUES('2019-02');
INSERT INTO "billing_period" VALUES('2019-03');
INSERT INTO "billing_period" VALUES('2019-04');
INSERT INTO "billing_period" VALUES('2019-05');
INSERT INTO "billing_period" VALUES('2019-06');
INSERT INTO "billing_period" VALUES('2019-07');
INSERT INTO "billing_period" VALUES('2019-08');
INSERT INTO "billing_period" VALUES('2019-09');
INSERT INTO "billing_period" VALUES('2019-10');
INSERT INTO "billing_period" VALUES('2019-11');
INSERT INTO "billing_period" VALUES('2019-12');
INSERT INTO "billing_period" VALUES('2020-01');
INSERT INTO "billing_period" VALUES('2020-02');
INSERT INTO "billing_period" VALUES('2020-03');
INSERT INTO "billing_period" VALUES('2020-04');
INSERT INTO "billing_period" VALUES('2020-05');
INSERT INTO "billing_period" VALUES('2020-06');
INSERT INTO "billing_period" VALUES('2020-07');
INSERT INTO "billing_period" VALUES('2020-08');
INSERT INTO "billing_period" VALUES('2020-09');
INSERT INTO "billing_period" VALUES('2020-10');
INSERT INTO "billing_period" VALUES('2020-11');
INSERT INTO "billing_period" VALUES('2020-12');
INSERT INTO "billing_period" VALUES('2021-01');
INSERT INTO "billing_period" VALUES('2021-02');
INSERT INTO "billing_period" VALUES('2021-03');
INSERT INTO "billing_period" VALUES('2021-04');
INSERT INTO "billing_period" VALUES('2021-05');
INSERT INTO "billing_period" VALUES('2021-06');
INSERT INTO "billing_period" VALUES('2021-07');
INSERT INTO "billing_period" VALUES('2021-08');
INSERT INTO "billing_period" VALUES('2021-09');
INSERT INTO "billing_period" VALUES('2021-10');
INSERT INTO "billing_period" VALUES('2021-11');
INSERT INTO "billing_period" VALUES('2021-12');
INSERT INTO "billing_period" VALUES('2022-01');
INSERT INTO "billing_period" VALUES('2022-02');
INSERT INTO "billing_period" VALUES('2022-03');
INSERT INTO "billing_period" VALUES('2022-04');
INSERT INTO "billing_period" VALUES('2022-05');
INSERT INTO "billing_period" VALUES('2022-06');
INSERT INTO "billing_period" VALUES('2022-07');
INSERT INTO "billing_period" VALUES('2022-08');
INSERT INTO "billing_period" VALUES('2022-09');
INSERT INTO "billing_period" VALUES('2022-10');
INSERT INTO "billing_period" VALUES('2022-11');
INSERT INTO "billing_period" VALUES('2022-12');
INSERT INTO "billing_period" VALUES('2023-01');
INSERT INTO "billing_period" VALUES('2023-02');
INSERT INTO "billing_period" VALUES('2023-03');
INSERT INTO "billing_period" VALUES('2023-04');
INSERT INTO "billing_period" VALUES('2023-05');
INSERT INTO "billing_period" VALUES('2023-06');
INSERT INTO "billing_period" VALUES('2023-07');
INSERT INTO "billing_period" VALUES('2023-08');
INSERT INTO "billing_period" VALUES('2023-09');
INSERT INTO "billing_period" VALUES('2023-10');
INSERT INTO "billing_period" VALUES('2023-11');
INSERT INTO "billing_period" VALUES('2023-12');
INSERT INTO "billing_period" VALUES('2024-01');
INSERT INTO "billing_period" VALUES('2024-02');
INSERT INTO "billing_period" VALUES('2024-03');
INSERT INTO "billing_period" VALUES('2024-04');
INSERT INTO "billing_period" VALUES('2024-05');
INSERT INTO "billing_period" VALUES('2024-06');
INSERT INTO "billing_period" VALUES('2024-07');
INSERT INTO "billing_period" VALUES('2024-08');
INSERT INTO "billing_period" VALUES('2024-09');
INSERT INTO "billing_period" VALUES('2024-10');
INSERT INTO "billing_period" VALUES('2024-11');
INSERT INTO "billing_period" VALUES('2024-12');
INSERT INTO "billing_period" VALUES('2025-01');
INSERT INTO "billing_period" VALUES('2025-02');
INSERT INTO "billing_period" VALUES('2025-03');
INSERT INTO "billing_period" VALUES('2025-04');
INSERT INTO "billing_period" VALUES('2025-05');
INSERT INTO "billing_period" VALUES('2025-06');
INSERT INTO "billing_period" VALUES('2025-07');
INSERT INTO "billing_period" VALUES('2025-08');
INSERT INTO "billing_period" VALUES('2025-09');
INSERT INTO "billing_period" VALUES('2025-10');
INSERT INTO "billing_period" VALUES('2025-11');
INSERT INTO "billing_period" VALUES('2025-12');
INSERT INTO "billing_period" VALUES('2026-01');
INSERT INTO "billing_period" VALUES('2026-02');
INSERT INTO "billing_period" VALUES('2026-03');
INSERT INTO "billing_period" VALUES('2026-04');
INSERT INTO "billing_period" VALUES('2026-05');
INSERT INTO "billing_period" VALUES('2026-06');
INSERT INTO "billing_period" VALUES('2026-07');
INSERT INTO "billing_period" VALUES('2026-08');
INSERT INTO "billing_period" VALUES('2026-09');
INSERT INTO "billing_period" VALUES('2026-10');
INSERT INTO "billing_period" VALUES('2026-11');
INSERT INTO "billing_period" VALUES('2026-12');
INSERT INTO "billing_period" VALUES('2027-01');
INSERT INTO "billing_period" VALUES('2027-02');
INSERT INTO "billing_period" VALUES('2027-03');
INSERT INTO "billing_period" VALUES('2027-04');
INSERT INTO "billing_period" VALUES('2027-05');
INSERT INTO "billing_period" VALUES('2027-06');
INSERT INTO "billing_period" VALUES('2027-07');
INSERT INTO "billing_period" VALUES('2027-08');
INSERT INTO "billing_period" VALUES('2027-09');
INSERT INTO "billing_period" VALUES('2027-10');
INSERT INTO "billing_period" VALUES('2027-11');
INSERT INTO "billing_period" VALUES('2027-12');
INSERT INTO "billing_period" VALUES('2028-01');
INSERT INTO "billing_period" VALUES('2028-02');
INSERT INTO "billing_period" VALUES('2028-03');
INSERT INTO "billing_period" VALUES('2028-04');
INSERT INTO "billing_period" VALUES('2028-05');
INSERT INTO "billing_period" VALUES('2028-06');
INSERT INTO "billing_period" VALUES('2028-07');
INSERT INTO "billing_period" VALUES('2028-08');
INSERT INTO "billing_period" VALUES('2028-09');
INSERT INTO "billing_period" VALUES('2028-10');
INSERT INTO "billing_period" VALUES('2028-11');
INSERT INTO "billing_period" VALUES('2028-12');
INSERT INTO "billing_period" VALUES('2029-01');
INSERT INTO "billing_period" VALUES('2029-02');
INSERT INTO "billing_period" VALUES('2029-03');
INSERT INTO "billing_period" VALUES('2029-04');
INSERT INTO "billing_period" VALUES('2029-05');
INSERT INTO "billing_period" VALUES('2029-06');
INSERT INTO "billing_period" VALUES('2029-07');
INSERT INTO "billing_period" VALUES('2029-08');
INSERT INTO "billing_period" VALUES('2029-09');
INSERT INTO "billing_period" VALUES('2029-10');
INSERT INTO "billing_period" VALUES('2029-11');
INSERT INTO "billing_period" VALUES('2029-12');
INSERT INTO "billing_period" VALUES('2030-01');
INSERT INTO "billing_period" VALUES('2030-02');
INSERT INTO "billing_period" VALUES('2030-03');
INSERT INTO "billing_period" VALUES('2030-04');
INSERT INTO "billing_period" VALUES('2030-05');
INSERT INTO "billing_period" VALUES('2030-06');
INSERT INTO "billing_period" VALUES('2030-07');
INSERT INTO "billing_period" VALUES('2030-08');
INSERT INTO "billing_period" VALUES('2030-09');
INSERT INTO "billing_period" VALUES('2030-10');
INSERT INTO "billing_period" VALUES('2030-11');
INSERT INTO "billing_period" VALUES('2030-12');
INSERT INTO "billing_period" VALUES('2031-01');
INSERT INTO "billing_period" VALUES('2031-02');
INSERT INTO "billing_period" VALUES('2031-03');
INSERT INTO "billing_period" VALUES('2031-04');
INSERT INTO "billing_period" VALUES('2031-05');
INSERT INTO "billing_period" VALUES('2031-06');
INSERT INTO "billing_period" VALUES('2031-07');
INSERT INTO "billing_period" VALUES('2031-08');
INSERT INTO "billing_period" VALUES('2031-09');
INSERT INTO "billing_period" VALUES('2031-10');
INSERT INTO "billing_period" VALUES('2031-11');
INSERT INTO "billing_period" VALUES('2031-12');
INSERT INTO "billing_period" VALUES('2032-01');
INSERT INTO "billing_period" VALUES('2032-02');
INSERT INTO "billing_period" VALUES('2032-03');
INSERT INTO "billing_period" VALUES('2032-04');
INSERT INTO "billing_period" VALUES('2032-05');
INSERT INTO "billing_period" VALUES('2032-06');
INSERT INTO "billing_period" VALUES('2032-07');
INSERT INTO "billing_period" VALUES('2032-08');
INSERT INTO "billing_period" VALUES('2032-09');
INSERT INTO "billing_period" VALUES('2032-10');
INSERT INTO "billing_period" VALUES('2032-11');
INSERT INTO "billing_period" VALUES('2032-12');
INSERT INTO "billing_period" VALUES('2033-01');
INSERT INTO "billing_period" VALUES('2033-02');
INSERT INTO "billing_period" VALUES('2033-03');
INSERT INTO "billing_period" VALUES('2033-04');
INSERT INTO "billing_period" VALUES('2033-05');
INSERT INTO "billing_period" VALUES('2033-06');
INSERT INTO "billing_period" VALUES('2033-07');
INSERT INTO "billing_period" VALUES('2033-08');
INSERT INTO "billing_period" VALUES('2033-09');
INSERT INTO "billing_period" VALUES('2033-10');
INSERT INTO "billing_period" VALUES('2033-11');
INSERT INTO "billing_period" VALUES('2033-12');
INSERT INTO "billing_period" VALUES('2034-01');
INSERT INTO "billing_period" VALUES('2034-02');
INSERT INTO "billing_period" VALUES('2034-03');
INSERT INTO "billing_period" VALUES('2034-04');
INSERT INTO "billing_period" VALUES('2034-05');
INSERT INTO "billing_period" VALUES('2034-06');
INSERT INTO "billing_period" VALUES('2034-07');
INSERT INTO "billing_period" VALUES('2034-08');
INSERT INTO "billing_period" VALUES('2034-09');
INSERT INTO "billing_period" VALUES('2034-10');
INSERT INTO "billing_period" VALUES('2034-11');
INSERT INTO "billing_period" VALUES('2034-12');
INSERT INTO "billing_period" VALUES('2035-01');
INSERT INTO "billing_period" VALUES('2035-02');
INSERT INTO "billing_period" VALUES('2035-03');
INSERT INTO "billing_period" VALUES('2035-04');
INSERT INTO "billing_period" VALUES('2035-05');
INSERT INTO "billing_period" VALUES('2035-06');
INSERT INTO "billing_period" VALUES('2035-07');
INSERT INTO "billing_period" VALUES('2035-08');
INSERT INTO "billing_period" VALUES('2035-09');
INSERT INTO "billing_period" VALUES('2035-10');
INSERT INTO "billing_period" VALUES('2035-11');
INSERT INTO "billing_period" VALUES('2035-12');
INSERT INTO "billing_period" VALUES('2036-01');
INSERT INTO "billing_period" VALUES('2036-02');
INSERT INTO "billing_period" VALUES('2036-03');
INSERT INTO "billing_period" VALUES('2036-04');
INSERT INTO "billing_period" VALUES('2036-05');
INSERT INTO "billing_period" VALUES('2036-06');
INSERT INTO "billing_period" VALUES('2036-07');
INSERT INTO "billing_period" VALUES('2036-08');
INSERT INTO "billing_period" VALUES('2036-09');
INSERT INTO "billing_period" VALUES('2036-10');
INSERT INTO "billing_period" VALUES('2036-11');
INSERT INTO "billing_period" VALUES('2036-12');
INSERT INTO "billing_period" VALUES('2037-01');
INSERT INTO "billing_period" VALUES('2037-02');
INSERT INTO "billing_period" VALUES('2037-03');
INSERT INTO "billing_period" VALUES('2037-04');
INSERT INTO "billing_period" VALUES('2037-05');
INSERT INTO "billing_period" VALUES('2037-06');
INSERT INTO "billing_period" VALUES('2037-07');
INSERT INTO "billing_period" VALUES('2037-08');
INSERT INTO "billing_period" VALUES('2037-09');
INSERT INTO "billing_period" VALUES('2037-10');
INSERT INTO "billing_period" VALUES('2037-11');
INSERT INTO "billing_period" VALUES('2037-12');
INSERT INTO "billing_period" VALUES('2038-01');
INSERT INTO "billing_period" VALUES('2038-02');
INSERT INTO "billing_period" VALUES('2038-03');
INSERT INTO "billing_period" VALUES('2038-04');
INSERT INTO "billing_period" VALUES('2038-05');
INSERT INTO "billing_period" VALUES('2038-06');
INSERT INTO "billing_period" VALUES('2038-07');
INSERT INTO "billing_period" VALUES('2038-08');
INSERT INTO "billing_period" VALUES('2038-09');
INSERT INTO "billing_period" VALUES('2038-10');
INSERT INTO "billing_period" VALUES('2038-11');
INSERT INTO "billing_period" VALUES('2038-12');
INSERT INTO "billing_period" VALUES('2039-01');
INSERT INTO "billing_period" VALUES('2039-02');
INSERT INTO "billing_period" VALUES('2039-03');
INSERT INTO "billing_period" VALUES('2039-04');
INSERT INTO "billing_period" VALUES('2039-05');
INSERT INTO "billing_period" VALUES('2039-06');
INSERT INTO "billing_period" VALUES('2039-07');
INSERT INTO "billing_period" VALUES('2039-08');
INSERT INTO "billing_period" VALUES('2039-09');
INSERT INTO "billing_period" VALUES('2039-10');
INSERT INTO "billing_period" VALUES('2039-11');
INSERT INTO "billing_period" VALUES('2039-12');
INSERT INTO "billing_period" VALUES('2040-01');
INSERT INTO "billing_period" VALUES('2040-02');
INSERT INTO "billing_period" VALUES('2040-03');
INSERT INTO "billing_period" VALUES('2040-04');
INSERT INTO "billing_period" VALUES('2040-05');
INSERT INTO "billing_period" VALUES('2040-06');
INSERT INTO "billing_period" VALUES('2040-07');
INSERT INTO "billing_period" VALUES('2040-08');
INSERT INTO "billing_period" VALUES('2040-09');
INSERT INTO "billing_period" VALUES('2040-10');
INSERT INTO "billing_period" VALUES('2040-11');
INSERT INTO "billing_period" VALUES('2040-12');
INSERT INTO "billing_period" VALUES('2041-01');
INSERT INTO "billing_period" VALUES('2041-02');
INSERT INTO "billing_period" VALUES('2041-03');
INSERT INTO "billing_period" VALUES('2041-04');
INSERT INTO "billing_period" VALUES('2041-05');
INSERT INTO "billing_period" VALUES('2041-06');
INSERT INTO "billing_period" VALUES('2041-07');
INSERT INTO "billing_period" VALUES('2041-08');
INSERT INTO "billing_period" VALUES('2041-09');
INSERT INTO "billing_period" VALUES('2041-10');
INSERT INTO "billing_period" VALUES('2041-11');
INSERT INTO "billing_period" VALUES('2041-12');
INSERT INTO "billing_period" VALUES('2042-01');
INSERT INTO "billing_period" VALUES('2042-02');
INSERT INTO "billing_period" VALUES('2042-03');
INSERT INTO "billing_period" VALUES('2042-04');
INSERT INTO "billing_period" VALUES('2042-05');
INSERT INTO "billing_period" VALUES('2042-06');
INSERT INTO "billing_period" VALUES('2042-07');
INSERT INTO "billing_period" VALUES('2042-08');
INSERT INTO "billing_period" VALUES('2042-09');
INSERT INTO "billing_period" VALUES('2042-10');
INSERT INTO "billing_period" VALUES('2042-11');
INSERT INTO "billing_period" VALUES('2042-12');
INSERT INTO "billing_period" VALUES('2043-01');
INSERT INTO "billing_period" VALUES('2043-02');
INSERT INTO "billing_period" VALUES('2043-03');
INSERT INTO "billing_period" VALUES('2043-04');
INSERT INTO "billing_period" VALUES('2043-05');
INSERT INTO "billing_period" VALUES('2043-06');
INSERT INTO "billing_period" VALUES('2043-07');
INSERT INTO "billing_period" VALUES('2043-08');
INSERT INTO "billing_period" VALUES('2043-09');
INSERT INTO "billing_period" VALUES('2043-10');
INSERT INTO "billing_period" VALUES('2043-11');
INSERT INTO "billing_period" VALUES('2043-12');
INSERT INTO "billing_period" VALUES('2044-01');
INSERT INTO "billing_period" VALUES('2044-02');
INSERT INTO "billing_period" VALUES('2044-03');
INSERT INTO "billing_period" VALUES('2044-04');
INSERT INTO "billing_period" VALUES('2044-05');
INSERT INTO "billing_period" VALUES('2044-06');
INSERT INTO "billing_period" VALUES('2044-07');
INSERT INTO "billing_period" VALUES('2044-08');
INSERT INTO "billing_period" VALUES('2044-09');
INSERT INTO "billing_period" VALUES('2044-10');
INSERT INTO "billing_period" VALUES('2044-11');
INSERT INTO "billing_period" VALUES('2044-12');
INSERT INTO "billing_period" VALUES('2045-01');
INSERT INTO "billing_period" VALUES('2045-02');
INSERT INTO "billing_period" VALUES('2045-03');
INSERT INTO "billing_period" VALUES('2045-04');
INSERT INTO "billing_period" VALUES('2045-05');
INSERT INTO "billing_period" VALUES('2045-06');
INSERT INTO "billing_period" VALUES('2045-07');
INSERT INTO "billing_period" VALUES('2045-08');
INSERT INTO "billing_period" VALUES('2045-09');
INSERT INTO "billing_period" VALUES('2045-10');
INSERT INTO "billing_period" VALUES('2045-11');
INSERT INTO "billing_period" VALUES('2045-12');
INSERT INTO "billing_period" VALUES('2046-01');
INSERT INTO "billing_period" VALUES('2046-02');
INSERT INTO "billing_period" VALUES('2046-03');
INSERT INTO "billing_period" VALUES('2046-04');
INSERT INTO "billing_period" VALUES('2046-05');
INSERT INTO "billing_period" VALUES('2046-06');
INSERT INTO "billing_period" VALUES('2046-07');
INSERT INTO "billing_period" VALUES('2046-08');
INSERT INTO "billing_period" VALUES('2046-09');
INSERT INTO "billing_period" VALUES('2046-10');
INSERT INTO "billing_period" VALUES('2046-11');
INSERT INTO "billing_period" VALUES('2046-12');
INSERT INTO "billing_period" VALUES('2047-01');
INSERT INTO "billing_period" VALUES('2047-02');
INSERT INTO "billing_period" VALUES('2047-03');
INSERT INTO "billing_period" VALUES('2047-04');
INSERT INTO "billing_period" VALUES('2047-05');
INSERT INTO "billing_period" VALUES('2047-06');
INSERT INTO "billing_period" VALUES('2047-07');
INSERT INTO "billing_period" VALUES('2047-08');
INSERT INTO "billing_period" VALUES('2047-09');
INSERT INTO "billing_period" VALUES('2047-10');
INSERT INTO "billing_period" VALUES('2047-11');
INSERT INTO "billing_period" VALUES('2047-12');
INSERT INTO "billing_period" VALUES('2048-01');
INSERT INTO "billing_period" VALUES('2048-02');
INSERT INTO "billing_period" VALUES('2048-03');
INSERT INTO "billing_period" VALUES('2048-04');
INSERT INTO "billing_period" VALUES('2048-05');
INSERT INTO "billing_period" VALUES('2048-06');
INSERT INTO "billing_period" VALUES('2048-07');
INSERT INTO "billing_period" VALUES('2048-08');
INSERT INTO "billing_period" VALUES('2048-09');
INSERT INTO "billing_period" VALUES('2048-10');
INSERT INTO "billing_period" VALUES('2048-11');
INSERT INTO "billing_period" VALUES('2048-12');
INSERT INTO "billing_period" VALUES('2049-01');
INSERT INTO "billing_period" VALUES('2049-02');
INSERT INTO "billing_period" VALUES('2049-03');
INSERT INTO "billing_period" VALUES('2049-04');
INSERT INTO "billing_period" VALUES('2049-05');
INSERT INTO "billing_period" VALUES('2049-06');
INSERT INTO "billing_period" VALUES('2049-07');
INSERT INTO "billing_period" VALUES('2049-08');
INSERT INTO "billing_period" VALUES('2049-09');
INSERT INTO "billing_period" VALUES('2049-10');
INSERT INTO "billing_period" VALUES('2049-11');
INSERT INTO "billing_period" VALUES('2049-12');
INSERT INTO "billing_period" VALUES('2050-01');
INSERT INTO "billing_period" VALUES('2050-02');
INSERT INTO "billing_period" VALUES('2050-03');
INSERT INTO "billing_period" VALUES('2050-04');
INSERT INTO "billing_period" VALUES('2050-05');
INSERT INTO "billing_period" VALUES('2050-06');
INSERT INTO "billing_period" VALUES('2050-07');
INSERT INTO "billing_period" VALUES('2050-08');
INSERT INTO "billing_period" VALUES('2050-09');
INSERT INTO "billing_period" VALUES('2050-10');
INSERT INTO "billing_period" VALUES('2050-11');
INSERT INTO "billing_period" VALUES('2050-12');
INSERT INTO "billing_period" VALUES('2051-01');
INSERT INTO "billing_period" VALUES('2051-02');
INSERT INTO "billing_period" VALUES('2051-03');
INSERT INTO "billing_period" VALUES('2051-04');
INSERT INTO "billing_period" VALUES('2051-05');
INSERT INTO "billing_period" VALUES('2051-06');
INSERT INTO "billing_period" VALUES('2051-07');
INSERT INTO "billing_period" VALUES('2051-08');
INSERT INTO "billing_period" VALUES('2051-09');
INSERT INTO "billing_period" VALUES('2051-10');
INSERT INTO "billing_period" VALUES('2051-11');
INSERT INTO "billing_period" VALUES('2051-12');
INSERT INTO "billing_period" VALUES('2052-01');
INSERT INTO "billing_period" VALUES('2052-02');
INSERT INTO "billing_period" VALUES('2052-03');
INSERT INTO "billing_period" VALUES('2052-04');
INSERT INTO "billing_period" VALUES('2052-05');
INSERT INTO "billing_period" VALUES('2052-06');
INSERT INTO "billing_period" VALUES('2052-07');
INSERT INTO "billing_period" VALUES('2052-08');
INSERT INTO "billing_period" VALUES('2052-09');
INSERT INTO "billing_period" VALUES('2052-10');
INSERT INTO "billing_period" VALUES('2052-11');
INSERT INTO "billing_period" VALUES('2052-12');
INSERT INTO "billing_period" VALUES('2053-01');
INSERT INTO "billing_period" VALUES('2053-02');
INSERT INTO "billing_period" VALUES('2053-03');
INSERT INTO "billing_period" VALUES('2053-04');
INSERT INTO "billing_period" VALUES('2053-05');
INSERT INTO "billing_period" VALUES('2053-06');
INSERT INTO "billing_period" VALUES('2053-07');
INSERT INTO "billing_period" VALUES('2053-08');
INSERT INTO "billing_period" VALUES('2053-09');
INSERT INTO "billing_period" VALUES('2053-10');
INSERT INTO "billing_period" VALUES('2053-11');
INSERT INTO "billing_period" VALUES('2053-12');
INSERT INTO "billing_period" VALUES('2054-01');
INSERT INTO "billing_period" VALUES('2054-02');
INSERT INTO "billing_period" VALUES('2054-03');
INSERT INTO "billing_period" VALUES('2054-04');
INSERT INTO "billing_period" VALUES('2054-05');
INSERT INTO "billing_period" VALUES('2054-06');
INSERT INTO "billing_period" VALUES('2054-07');
INSERT INTO "billing_period" VALUES('2054-08');
INSERT INTO "billing_period" VALUES('2054-09');
INSERT INTO "billing_period" VALUES('2054-10');
INSERT INTO "billing_period" VALUES('2054-11');
INSERT INTO "billing_period" VALUES('2054-12');
INSERT INTO "billing_period" VALUES('2055-01');
INSERT INTO "billing_period" VALUES('2055-02');
INSERT INTO "billing_period" VALUES('2055-03');
INSERT INTO "billing_period" VALUES('2055-04');
INSERT INTO "billing_period" VALUES('2055-05');
INSERT INTO "billing_period" VALUES('2055-06');
INSERT INTO "billing_period" VALUES('2055-07');
INSERT INTO "billing_period" VALUES('2055-08');
INSERT INTO "billing_period" VALUES('2055-09');
INSERT INTO "billing_period" VALUES('2055-10');
INSERT INTO "billing_period" VALUES('2055-11');
INSERT INTO "billing_period" VALUES('2055-12');
INSERT INTO "billing_period" VALUES('2056-01');
INSERT INTO "billing_period" VALUES('2056-02');
INSERT INTO "billing_period" VALUES('2056-03');
INSERT INTO "billing_period" VALUES('2056-04');
INSERT INTO "billing_period" VALUES('2056-05');
INSERT INTO "billing_period" VALUES('2056-06');
INSERT INTO "billing_period" VALUES('2056-07');
INSERT INTO "billing_period" VALUES('2056-08');
INSERT INTO "billing_period" VALUES('2056-09');
INSERT INTO "billing_period" VALUES('2056-10');
INSERT INTO "billing_period" VALUES('2056-11');
INSERT INTO "billing_period" VALUES('2056-12');
INSERT INTO "billing_period" VALUES('2057-01');
INSERT INTO "billing_period" VALUES('2057-02');
INSERT INTO "billing_period" VALUES('2057-03');
INSERT INTO "billing_period" VALUES('2057-04');
INSERT INTO "billing_period" VALUES('2057-05');
INSERT INTO "billing_period" VALUES('2057-06');
INSERT INTO "billing_period" VALUES('2057-07');
INSERT INTO "billing_period" VALUES('2057-08');
INSERT INTO "billing_period" VALUES('2057-09');
INSERT INTO "billing_period" VALUES('2057-10');
INSERT INTO "billing_period" VALUES('2057-11');
INSERT INTO "billing_period" VALUES('2057-12');
INSERT INTO "billing_period" VALUES('2058-01');
INSERT INTO "billing_period" VALUES('2058-02');
INSERT INTO "billing_period" VALUES('2058-03');
INSERT INTO "billing_period" VALUES('2058-04');
INSERT INTO "billing_period" VALUES('2058-05');
INSERT INTO "billing_period" VALUES('2058-06');
INSERT INTO "billing_period" VALUES('2058-07');
INSERT INTO "billing_period" VALUES('2058-08');
INSERT INTO "billing_period" VALUES('2058-09');
INSERT INTO "billing_period" VALUES('2058-10');
INSERT INTO "billing_period" VALUES('2058-11');
INSERT INTO "billing_period" VALUES('2058-12');
INSERT INTO "billing_period" VALUES('2059-01');
INSERT INTO "billing_period" VALUES('2059-02');
INSERT INTO "billing_period" VALUES('2059-03');
INSERT INTO "billing_period" VALUES('2059-04');
INSERT INTO "billing_period" VALUES('2059-05');
INSERT INTO "billing_period" VALUES('2059-06');
INSERT INTO "billing_period" VALUES('2059-07');
INSERT INTO "billing_period" VALUES('2059-08');
INSERT INTO "billing_period" VALUES('2059-09');
INSERT INTO "billing_period" VALUES('2059-10');
INSERT INTO "billing_period" VALUES('2059-11');
INSERT INTO "billing_period" VALUES('2059-12');
INSERT INTO "billing_period" VALUES('2060-01');
INSERT INTO "billing_period" VALUES('2060-02');
INSERT INTO "billing_period" VALUES('2060-03');
INSERT INTO "billing_period" VALUES('2060-04');
INSERT INTO "billing_period" VALUES('2060-05');
INSERT INTO "billing_period" VALUES('2060-06');
INSERT INTO "billing_period" VALUES('2060-07');
INSERT INTO "billing_period" VALUES('2060-08');
INSERT INTO "billing_period" VALUES('2060-09');
INSERT INTO "billing_period" VALUES('2060-10');
INSERT INTO "billing_period" VALUES('2060-11');
INSERT INTO "billing_period" VALUES('2060-12');
INSERT INTO "billing_period" VALUES('2061-01');
INSERT INTO "billing_period" VALUES('2061-02');
INSERT INTO "billing_period" VALUES('2061-03');
INSERT INTO "billing_period" VALUES('2061-04');
INSERT INTO "billing_period" VALUES('2061-05');
INSERT INTO "billing_period" VALUES('2061-06');
INSERT INTO "billing_period" VALUES('2061-07');
INSERT INTO "billing_period" VALUES('2061-08');
INSERT INTO "billing_period" VALUES('2061-09');
INSERT INTO "billing_period" VALUES('2061-10');
INSERT INTO "billing_period" VALUES('2061-11');
INSERT INTO "billing_period" VALUES('2061-12');
INSERT INTO "billing_period" VALUES('2062-01');
INSERT INTO "billing_period" VALUES('2062-02');
INSERT INTO "billing_period" VALUES('2062-03');
INSERT INTO "billing_period" VALUES('2062-04');
INSERT INTO "billing_period" VALUES('2062-05');
INSERT INTO "billing_period" VALUES('2062-06');
INSERT INTO "billing_period" VALUES('2062-07');
INSERT INTO "billing_period" VALUES('2062-08');
INSERT INTO "billing_period" VALUES('2062-09');
INSERT INTO "billing_period" VALUES('2062-10');
INSERT INTO "billing_period" VALUES('2062-11');
INSERT INTO "billing_period" VALUES('2062-12');
INSERT INTO "billing_period" VALUES('2063-01');
INSERT INTO "billing_period" VALUES('2063-02');
INSERT INTO "billing_period" VALUES('2063-03');
INSERT INTO "billing_period" VALUES('2063-04');
INSERT INTO "billing_period" VALUES('2063-05');
INSERT INTO "billing_period" VALUES('2063-06');
INSERT INTO "billing_period" VALUES('2063-07');
INSERT INTO "billing_period" VALUES('2063-08');
INSERT INTO "billing_period" VALUES('2063-09');
INSERT INTO "billing_period" VALUES('2063-10');
INSERT INTO "billing_period" VALUES('2063-11');
INSERT INTO "billing_period" VALUES('2063-12');
INSERT INTO "billing_period" VALUES('2064-01');
INSERT INTO "billing_period" VALUES('2064-02');
INSERT INTO "billing_period" VALUES('2064-03');
INSERT INTO "billing_period" VALUES('2064-04');
INSERT INTO "billing_period" VALUES('2064-05');
INSERT INTO "billing_period" VALUES('2064-06');
INSERT INTO "billing_period" VALUES('2064-07');
INSERT INTO "billing_period" VALUES('2064-08');
INSERT INTO "billing_period" VALUES('2064-09');
INSERT INTO "billing_period" VALUES('2064-10');
INSERT INTO "billing_period" VALUES('2064-11');
INSERT INTO "billing_period" VALUES('2064-12');
INSERT INTO "billing_period" VALUES('2065-01');
INSERT INTO "billing_period" VALUES('2065-02');
INSERT INTO "billing_period" VALUES('2065-03');
INSERT INTO "billing_period" VALUES('2065-04');
INSERT INTO "billing_period" VALUES('2065-05');
INSERT INTO "billing_period" VALUES('2065-06');
INSERT INTO "billing_period" VALUES('2065-07');
INSERT INTO "billing_period" VALUES('2065-08');
INSERT INTO "billing_period" VALUES('2065-09');
INSERT INTO "billing_period" VALUES('2065-10');
INSERT INTO "billing_period" VALUES('2065-11');
INSERT INTO "billing_period" VALUES('2065-12');
INSERT INTO "billing_period" VALUES('2066-01');
INSERT INTO "billing_period" VALUES('2066-02');
INSERT INTO "billing_period" VALUES('2066-03');
INSERT INTO "billing_period" VALUES('2066-04');
INSERT INTO "billing_period" VALUES('2066-05');
INSERT INTO "billing_period" VALUES('2066-06');
INSERT INTO "billing_period" VALUES('2066-07');
INSERT INTO "billing_period" VALUES('2066-08');
INSERT INTO "billing_period" VALUES('2066-09');
INSERT INTO "billing_period" VALUES('2066-10');
INSERT INTO "billing_period" VALUES('2066-11');
INSERT INTO "billing_period" VALUES('2066-12');
INSERT INTO "billing_period" VALUES('2067-01');
INSERT INTO "billing_period" VALUES('2067-02');
INSERT INTO "billing_period" VALUES('2067-03');
INSERT INTO "billing_period" VALUES('2067-04');
INSERT INTO "billing_period" VALUES('2067-05');
INSERT INTO "billing_period" VALUES('2067-06');
INSERT INTO "billing_period" VALUES('2067-07');
INSERT INTO "billing_period" VALUES('2067-08');
INSERT INTO "billing_period" VALUES('2067-09');
INSERT INTO "billing_period" VALUES('2067-10');
INSERT INTO "billing_period" VALUES('2067-11');
INSERT INTO "billing_period" VALUES('2067-12');
INSERT INTO "billing_period" VALUES('2068-01');
INSERT INTO "billing_period" VALUES('2068-02');
INSERT INTO "billing_period" VALUES('2068-03');
INSERT INTO "billing_period" VALUES('2068-04');
INSERT INTO "billing_period" VALUES('2068-05');
INSERT INTO "billing_period" VALUES('2068-06');
INSERT INTO "billing_period" VALUES('2068-07');
INSERT INTO "billing_period" VALUES('2068-08');
INSERT INTO "billing_period" VALUES('2068-09');
INSERT INTO "billing_period" VALUES('2068-10');
INSERT INTO "billing_period" VALUES('2068-11');
INSERT INTO "billing_period" VALUES('2068-12');
INSERT INTO "billing_period" VALUES('2069-01');
INSERT INTO "billing_period" VALUES('2069-02');
INSERT INTO "billing_period" VALUES('2069-03');
INSERT INTO "billing_period" VALUES('2069-04');
INSERT INTO "billing_period" VALUES('2069-05');
INSERT INTO "billing_period" VALUES('2069-06');
INSERT INTO "billing_period" VALUES('2069-07');
INSERT INTO "billing_period" VALUES('2069-08');
INSERT INTO "billing_period" VALUES('2069-09');
INSERT INTO "billing_period" VALUES('2069-10');
INSERT INTO "billing_period" VALUES('2069-11');
INSERT INTO "billing_period" VALUES('2069-12');
INSERT INTO "billing_period" VALUES('2070-01');
INSERT INTO "billing_period" VALUES('2070-02');
INSERT INTO "billing_period" VALUES('2070-03');
INSERT INTO "billing_period" VALUES('2070-04');
INSERT INTO "billing_period" VALUES('2070-05');
INSERT INTO "billing_period" VALUES('2070-06');
INSERT INTO "billing_period" VALUES('2070-07');
INSERT INTO "billing_period" VALUES('2070-08');
INSERT INTO "billing_period" VALUES('2070-09');
INSERT INTO "billing_period" VALUES('2070-10');
INSERT INTO "billing_period" VALUES('2070-11');
INSERT INTO "billing_period" VALUES('2070-12');
INSERT INTO "billing_period" VALUES('2071-01');
INSERT INTO "billing_period" VALUES('2071-02');
INSERT INTO "billing_period" VALUES('2071-03');
INSERT INTO "billing_period" VALUES('2071-04');
INSERT INTO "billing_period" VALUES('2071-05');
INSERT INTO "billing_period" VALUES('2071-06');
INSERT INTO "billing_period" VALUES('2071-07');
INSERT INTO "billing_period" VALUES('2071-08');
INSERT INTO "billing_period" VALUES('2071-09');
INSERT INTO "billing_period" VALUES('2071-10');
INSERT INTO "billing_period" VALUES('2071-11');
INSERT INTO "billing_period" VALUES('2071-12');
INSERT INTO "billing_period" VALUES('2072-01');
INSERT INTO "billing_period" VALUES('2072-02');
INSERT INTO "billing_period" VALUES('2072-03');
INSERT INTO "billing_period" VALUES('2072-04');
INSERT INTO "billing_period" VALUES('2072-05');
INSERT INTO "billing_period" VALUES('2072-06');
INSERT INTO "billing_period" VALUES('2072-07');
INSERT INTO "billing_period" VALUES('2072-08');
INSERT INTO "billing_period" VALUES('2072-09');
INSERT INTO "billing_period" VALUES('2072-10');
INSERT INTO "billing_period" VALUES('2072-11');
INSERT INTO "billing_period" VALUES('2072-12');
INSERT INTO "billing_period" VALUES('2073-01');
INSERT INTO "billing_period" VALUES('2073-02');
INSERT INTO "billing_period" VALUES('2073-03');
INSERT INTO "billing_period" VALUES('2073-04');
INSERT INTO "billing_period" VALUES('2073-05');
INSERT INTO "billing_period" VALUES('2073-06');
INSERT INTO "billing_period" VALUES('2073-07');
INSERT INTO "billing_period" VALUES('2073-08');
INSERT INTO "billing_period" VALUES('2073-09');
INSERT INTO "billing_period" VALUES('2073-10');
INSERT INTO "billing_period" VALUES('2073-11');
INSERT INTO "billing_period" VALUES('2073-12');
INSERT INTO "billing_period" VALUES('2074-01');
INSERT INTO "billing_period" VALUES('2074-02');
INSERT INTO "billing_period" VALUES('2074-03');
INSERT INTO "billing_period" VALUES('2074-04');
INSERT INTO "billing_period" VALUES('2074-05');
INSERT INTO "billing_period" VALUES('2074-06');
INSERT INTO "billing_period" VALUES('2074-07');
INSERT INTO "billing_period" VALUES('2074-08');
INSERT INTO "billing_period" VALUES('2074-09');
INSERT INTO "billing_period" VALUES('2074-10');
INSERT INTO "billing_period" VALUES('2074-11');
INSERT INTO "billing_period" VALUES('2074-12');
INSERT INTO "billing_period" VALUES('2075-01');
INSERT INTO "billing_period" VALUES('2075-02');
INSERT INTO "billing_period" VALUES('2075-03');
INSERT INTO "billing_period" VALUES('2075-04');
INSERT INTO "billing_period" VALUES('2075-05');
INSERT INTO "billing_period" VALUES('2075-06');
INSERT INTO "billing_period" VALUES('2075-07');
INSERT INTO "billing_period" VALUES('2075-08');
INSERT INTO "billing_period" VALUES('2075-09');
INSERT INTO "billing_period" VALUES('2075-10');
INSERT INTO "billing_period" VALUES('2075-11');
INSERT INTO "billing_period" VALUES('2075-12');
INSERT INTO "billing_period" VALUES('2076-01');
INSERT INTO "billing_period" VALUES('2076-02');
INSERT INTO "billing_period" VALUES('2076-03');
INSERT INTO "billing_period" VALUES('2076-04');
INSERT INTO "billing_period" VALUES('2076-05');
INSERT INTO "billing_period" VALUES('2076-06');
INSERT INTO "billing_period" VALUES('2076-07');
INSERT INTO "billing_period" VALUES('2076-08');
INSERT INTO "billing_period" VALUES('2076-09');
INSERT INTO "billing_period" VALUES('2076-10');
INSERT INTO "billing_period" VALUES('2076-11');
INSERT INTO "billing_period" VALUES('2076-12');
INSERT INTO "billing_period" VALUES('2077-01');
INSERT INTO "billing_period" VALUES('2077-02');
INSERT INTO "billing_period" VALUES('2077-03');
INSERT INTO "billing_period" VALUES('2077-04');
INSERT INTO "billing_period" VALUES('2077-05');
INSERT INTO "billing_period" VALUES('2077-06');
INSERT INTO "billing_period" VALUES('2077-07');
INSERT INTO "billing_period" VALUES('2077-08');
INSERT INTO "billing_period" VALUES('2077-09');
INSERT INTO "billing_period" VALUES('2077-10');
INSERT INTO "billing_period" VALUES('2077-11');
INSERT INTO "billing_period" VALUES('2077-12');
INSERT INTO "billing_period" VALUES('2078-01');
INSERT INTO "billing_period" VALUES('2078-02');
INSERT INTO "billing_period" VALUES('2078-03');
INSERT INTO "billing_period" VALUES('2078-04');
INSERT INTO "billing_period" VALUES('2078-05');
INSERT INTO "billing_period" VALUES('2078-06');
INSERT INTO "billing_period" VALUES('2078-07');
INSERT INTO "billing_period" VALUES('2078-08');
INSERT INTO "billing_period" VALUES('2078-09');
INSERT INTO "billing_period" VALUES('2078-10');
INSERT INTO "billing_period" VALUES('2078-11');
INSERT INTO "billing_period" VALUES('2078-12');
INSERT INTO "billing_period" VALUES('2079-01');
INSERT INTO "billing_period" VALUES('2079-02');
INSERT INTO "billing_period" VALUES('2079-03');
INSERT INTO "billing_period" VALUES('2079-04');
INSERT INTO "billing_period" VALUES('2079-05');
INSERT INTO "billing_period" VALUES('2079-06');
INSERT INTO "billing_period" VALUES('2079-07');
INSERT INTO "billing_period" VALUES('2079-08');
INSERT INTO "billing_period" VALUES('2079-09');
INSERT INTO "billing_period" VALUES('2079-10');
INSERT INTO "billing_period" VALUES('2079-11');
INSERT INTO "billing_period" VALUES('2079-12');
INSERT INTO "billing_period" VALUES('2080-01');
INSERT INTO "billing_period" VALUES('2080-02');
INSERT INTO "billing_period" VALUES('2080-03');
INSERT INTO "billing_period" VALUES('2080-04');
INSERT INTO "billing_period" VALUES('2080-05');
INSERT INTO "billing_period" VALUES('2080-06');
INSERT INTO "billing_period" VALUES('2080-07');
INSERT INTO "billing_period" VALUES('2080-08');
INSERT INTO "billing_period" VALUES('2080-09');
INSERT INTO "billing_period" VALUES('2080-10');
INSERT INTO "billing_period" VALUES('2080-11');
INSERT INTO "billing_period" VALUES('2080-12');
INSERT INTO "billing_period" VALUES('2081-01');
INSERT INTO "billing_period" VALUES('2081-02');
INSERT INTO "billing_period" VALUES('2081-03');
INSERT INTO "billing_period" VALUES('2081-04');
INSERT INTO "billing_period" VALUES('2081-05');
INSERT INTO "billing_period" VALUES('2081-06');
INSERT INTO "billing_period" VALUES('2081-07');
INSERT INTO "billing_period" VALUES('2081-08');
INSERT INTO "billing_period" VALUES('2081-09');
INSERT INTO "billing_period" VALUES('2081-10');
INSERT INTO "billing_period" VALUES('2081-11');
INSERT INTO "billing_period" VALUES('2081-12');
INSERT INTO "billing_period" VALUES('2082-01');
INSERT INTO "billing_period" VALUES('2082-02');
INSERT INTO "billing_period" VALUES('2082-03');
INSERT INTO "billing_period" VALUES('2082-04');
INSERT INTO "billing_period" VALUES('2082-05');
INSERT INTO "billing_period" VALUES('2082-06');
INSERT INTO "billing_period" VALUES('2082-07');
INSERT INTO "billing_period" VALUES('2082-08');
INSERT INTO "billing_period" VALUES('2082-09');
INSERT INTO "billing_period" VALUES('2082-10');
INSERT INTO "billing_period" VALUES('2082-11');
INSERT INTO "billing_period" VALUES('2082-12');
INSERT INTO "billing_period" VALUES('2083-01');
INSERT INTO "billing_period" VALUES('2083-02');
INSERT INTO "billing_period" VALUES('2083-03');
INSERT INTO "billing_period" VALUES('2083-04');
INSERT INTO "billing_period" VALUES('2083-05');
INSERT INTO "billing_period" VALUES('2083-06');
INSERT INTO "billing_period" VALUES('2083-07');
INSERT INTO "billing_period" VALUES('2083-08');
INSERT INTO "billing_period" VALUES('2083-09');
INSERT INTO "billing_period" VALUES('2083-10');
INSERT INTO "billing_period" VALUES('2083-11');
INSERT INTO "billing_period" VALUES('2083-12');
INSERT INTO "billing_period" VALUES('2084-01');
INSERT INTO "billing_period" VALUES('2084-02');
INSERT INTO "billing_period" VALUES('2084-03');
INSERT INTO "billing_period" VALUES('2084-04');
INSERT INTO "billing_period" VALUES('2084-05');
INSERT INTO "billing_period" VALUES('2084-06');
INSERT INTO "billing_period" VALUES('2084-07');
INSERT INTO "billing_period" VALUES('2084-08');
INSERT INTO "billing_period" VALUES('2084-09');
INSERT INTO "billing_period" VALUES('2084-10');
INSERT INTO "billing_period" VALUES('2084-11');
INSERT INTO "billing_period" VALUES('2084-12');
INSERT INTO "billing_period" VALUES('2085-01');
INSERT INTO "billing_period" VALUES('2085-02');
INSERT INTO "billing_period" VALUES('2085-03');
INSERT INTO "billing_period" VALUES('2085-04');
INSERT INTO "billing_period" VALUES('2085-05');
INSERT INTO "billing_period" VALUES('2085-06');
INSERT INTO "billing_period" VALUES('2085-07');
INSERT INTO "billing_period" VALUES('2085-08');
INSERT INTO "billing_period" VALUES('2085-09');
INSERT INTO "billing_period" VALUES('2085-10');
INSERT INTO "billing_period" VALUES('2085-11');
INSERT INTO "billing_period" VALUES('2085-12');
INSERT INTO "billing_period" VALUES('2086-01');
INSERT INTO "billing_period" VALUES('2086-02');
INSERT INTO "billing_period" VALUES('2086-03');
INSERT INTO "billing_period" VALUES('2086-04');
INSERT INTO "billing_period" VALUES('2086-05');
INSERT INTO "billing_period" VALUES('2086-06');
INSERT INTO "billing_period" VALUES('2086-07');
INSERT INTO "billing_period" VALUES('2086-08');
INSERT INTO "billing_period" VALUES('2086-09');
INSERT INTO "billing_period" VALUES('2086-10');
INSERT INTO "billing_period" VALUES('2086-11');
INSERT INTO "billing_period" VALUES('2086-12');
INSERT INTO "billing_period" VALUES('2087-01');
INSERT INTO "billing_period" VALUES('2087-02');
INSERT INTO "billing_period" VALUES('2087-03');
INSERT INTO "billing_period" VALUES('2087-04');
INSERT INTO "billing_period" VALUES('2087-05');
INSERT INTO "billing_period" VALUES('2087-06');
INSERT INTO "billing_period" VALUES('2087-07');
INSERT INTO "billing_period" VALUES('2087-08');
INSERT INTO "billing_period" VALUES('2087-09');
INSERT INTO "billing_period" VALUES('2087-10');
INSERT INTO "billing_period" VALUES('2087-11');
INSERT INTO "billing_period" VALUES('2087-12');
INSERT INTO "billing_period" VALUES('2088-01');
INSERT INTO "billing_period" VALUES('2088-02');
INSERT INTO "billing_period" VALUES('2088-03');
INSERT INTO "billing_period" VALUES('2088-04');
INSERT INTO "billing_period" VALUES('2088-05');
INSERT INTO "billing_period" VALUES('2088-06');
INSERT INTO "billing_period" VALUES('2088-07');
INSERT INTO "billing_period" VALUES('2088-08');
INSERT INTO "billing_period" VALUES('2088-09');
INSERT INTO "billing_period" VALUES('2088-10');
INSERT INTO "billing_period" VALUES('2088-11');
INSERT INTO "billing_period" VALUES('2088-12');
INSERT INTO "billing_period" VALUES('2089-01');
INSERT INTO "billing_period" VALUES('2089-02');
INSERT INTO "billing_period" VALUES('2089-03');
INSERT INTO "billing_period" VALUES('2089-04');
INSERT INTO "billing_period" VALUES('2089-05');
INSERT INTO "billing_period" VALUES('2089-06');
INSERT INTO "billing_period" VALUES('2089-07');
INSERT INTO "billing_period" VALUES('2089-08');
INSERT INTO "billing_period" VALUES('2089-09');
INSERT INTO "billing_period" VALUES('2089-10');
INSERT INTO "billing_period" VALUES('2089-11');
INSERT INTO "billing_period" VALUES('2089-12');
INSERT INTO "billing_period" VALUES('2090-01');
INSERT INTO "billing_period" VALUES('2090-02');
INSERT INTO "billing_period" VALUES('2090-03');
INSERT INTO "billing_period" VALUES('2090-04');
INSERT INTO "billing_period" VALUES('2090-05');
INSERT INTO "billing_period" VALUES('2090-06');
INSERT INTO "billing_period" VALUES('2090-07');
INSERT INTO "billing_period" VALUES('2090-08');
INSERT INTO "billing_period" VALUES('2090-09');
INSERT INTO "billing_period" VALUES('2090-10');
INSERT INTO "billing_period" VALUES('2090-11');
INSERT INTO "billing_period" VALUES('2090-12');
INSERT INTO "billing_period" VALUES('2091-01');
INSERT INTO "billing_period" VALUES('2091-02');
INSERT INTO "billing_period" VALUES('2091-03');
INSERT INTO "billing_period" VALUES('2091-04');
INSERT INTO "billing_period" VALUES('2091-05');
INSERT INTO "billing_period" VALUES('2091-06');
INSERT INTO "billing_period" VALUES('2091-07');
INSERT INTO "billing_period" VALUES('2091-08');
INSERT INTO "billing_period" VALUES('2091-09');
INSERT INTO "billing_period" VALUES('2091-10');
INSERT INTO "billing_period" VALUES('2091-11');
INSERT INTO "billing_period" VALUES('2091-12');
INSERT INTO "billing_period" VALUES('2092-01');
INSERT INTO "billing_period" VALUES('2092-02');
INSERT INTO "billing_period" VALUES('2092-03');
INSERT INTO "billing_period" VALUES('2092-04');
INSERT INTO "billing_period" VALUES('2092-05');
INSERT INTO "billing_period" VALUES('2092-06');
INSERT INTO "billing_period" VALUES('2092-07');
INSERT INTO "billing_period" VALUES('2092-08');
INSERT INTO "billing_period" VALUES('2092-09');
INSERT INTO "billing_period" VALUES('2092-10');
INSERT INTO "billing_period" VALUES('2092-11');
INSERT INTO "billing_period" VALUES('2092-12');
INSERT INTO "billing_period" VALUES('2093-01');
INSERT INTO "billing_period" VALUES('2093-02');
INSERT INTO "billing_period" VALUES('2093-03');
INSERT INTO "billing_period" VALUES('2093-04');
INSERT INTO "billing_period" VALUES('2093-05');
INSERT INTO "billing_period" VALUES('2093-06');
INSERT INTO "billing_period" VALUES('2093-07');
INSERT INTO "billing_period" VALUES('2093-08');
INSERT INTO "billing_period" VALUES('2093-09');
INSERT INTO "billing_period" VALUES('2093-10');
INSERT INTO "billing_period" VALUES('2093-11');
INSERT INTO "billing_period" VALUES('2093-12');
INSERT INTO "billing_period" VALUES('2094-01');
INSERT INTO "billing_period" VALUES('2094-02');
INSERT INTO "billing_period" VALUES('2094-03');
INSERT INTO "billing_period" VALUES('2094-04');
INSERT INTO "billing_period" VALUES('2094-05');
INSERT INTO "billing_period" VALUES('2094-06');
INSERT INTO "billing_period" VALUES('2094-07');
INSERT INTO "billing_period" VALUES('2094-08');
INSERT INTO "billing_period" VALUES('2094-09');
INSERT INTO "billing_period" VALUES('2094-10');
INSERT INTO "billing_period" VALUES('2094-11');
INSERT INTO "billing_period" VALUES('2094-12');
INSERT INTO "billing_period" VALUES('2095-01');
INSERT INTO "billing_period" VALUES('2095-02');
INSERT INTO "billing_period" VALUES('2095-03');
INSERT INTO "billing_period" VALUES('2095-04');
INSERT INTO "billing_period" VALUES('2095-05');
INSERT INTO "billing_period" VALUES('2095-06');
INSERT INTO "billing_period" VALUES('2095-07');
INSERT INTO "billing_period" VALUES('2095-08');
INSERT INTO "billing_period" VALUES('2095-09');
INSERT INTO "billing_period" VALUES('2095-10');
INSERT INTO "billing_period" VALUES('2095-11');
INSERT INTO "billing_period" VALUES('2095-12');
INSERT INTO "billing_period" VALUES('2096-01');
INSERT INTO "billing_period" VALUES('2096-02');
INSERT INTO "billing_period" VALUES('2096-03');
INSERT INTO "billing_period" VALUES('2096-04');
INSERT INTO "billing_period" VALUES('2096-05');
INSERT INTO "billing_period" VALUES('2096-06');
INSERT INTO "billing_period" VALUES('2096-07');
INSERT INTO "billing_period" VALUES('2096-08');
INSERT INTO "billing_period" VALUES('2096-09');
INSERT INTO "billing_period" VALUES('2096-10');
INSERT INTO "billing_period" VALUES('2096-11');
INSERT INTO "billing_period" VALUES('2096-12');
INSERT INTO "billing_period" VALUES('2097-01');
INSERT INTO "billing_period" VALUES('2097-02');
INSERT INTO "billing_period" VALUES('2097-03');
INSERT INTO "billing_period" VALUES('2097-04');
INSERT INTO "billing_period" VALUES('2097-05');
INSERT INTO "billing_period" VALUES('2097-06');
INSERT INTO "billing_period" VALUES('2097-07');
INSERT INTO "billing_period" VALUES('2097-08');
INSERT INTO "billing_period" VALUES('2097-09');
INSERT INTO "billing_period" VALUES('2097-10');
INSERT INTO "billing_period" VALUES('2097-11');
INSERT INTO "billing_period" VALUES('2097-12');
INSERT INTO "billing_period" VALUES('2098-01');
INSERT INTO "billing_period" VALUES('2098-02');
INSERT INTO "billing_period" VALUES('2098-03');
INSERT INTO "billing_period" VALUES('2098-04');
INSERT INTO "billing_period" VALUES('2098-05');
INSERT INTO "billing_period" VALUES('2098-06');
INSERT INTO "billing_period" VALUES('2098-07');
INSERT INTO "billing_period" VALUES('2098-08');
INSERT INTO "billing_period" VALUES('2098-09');
INSERT INTO "billing_period" VALUES('2098-10');
INSERT INTO "billing_period" VALUES('2098-11');
INSERT INTO "billing_period" VALUES('2098-12');
INSERT INTO "billing_period" VALUES('2099-01');
INSERT INTO "billing_period" VALUES('2099-02');
INSERT INTO "billing_period" VALUES('2099-03');
INSERT INTO "billing_period" VALUES('2099-04');
INSERT INTO "billing_period" VALUES('2099-05');
INSERT INTO "billing_period" VALUES('2099-06');
INSERT INTO "billing_period" VALUES('2099-07');
INSERT INTO "billing_period" VALUES('2099-08');
INSERT INTO "billing_period" VALUES('2099-09');
INSERT INTO "billing_period" VALUES('2099-10');
INSERT INTO "billing_period" VALUES('2099-11');
INSERT INTO "billing_period" VALUES('2099-12');
CREATE TABLE billing_run (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	run_on DATE NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	invoices INTEGER NOT NULL, 
	total BIGINT NOT NULL, 
	closed_at DATETIME, 
	CONSTRAINT ck_billing_run_state CHECK (state IN ('preview', 'issued', 'sent', 'closed'))
);
INSERT INTO "billing_run" VALUES(1,3,'2026-10','2026-10-15','sent',3,6000000,NULL);
INSERT INTO "billing_run" VALUES(2,3,'2026-11','2026-11-16','sent',3,6000000,NULL);
CREATE TABLE call_attempt (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	contact_id BIGINT, 
	at DATETIME NOT NULL, 
	"on" DATE NOT NULL, 
	outcome VARCHAR(40) NOT NULL, 
	spoke BOOLEAN NOT NULL, 
	text TEXT NOT NULL, 
	callback_at DATETIME, 
	callback_on DATE, 
	check_on DATE, 
	quiet_until DATETIME NOT NULL, 
	silent_days INTEGER NOT NULL, 
	debt BIGINT NOT NULL, 
	author VARCHAR NOT NULL, 
	CONSTRAINT ck_call_attempt_outcome CHECK (outcome IN ('no_answer', 'busy', 'call_back', 'promised', 'says_paid', 'lost_invoice', 'disputes', 'wrong_person', 'refuses')), 
	CONSTRAINT fk_call_attempt_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_call_attempt_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
);
INSERT INTO "call_attempt" VALUES(1,1,1,1,'2026-11-19 12:00:00.000000','2026-11-19','promised',1,'Обещал директор',NULL,NULL,NULL,'2026-11-20 00:00:00.000000',0,1000000,'manager');
INSERT INTO "call_attempt" VALUES(2,1,3,3,'2026-11-19 12:00:00.000000','2026-11-19','disputes',1,'Считает, что услуга не оказана',NULL,NULL,NULL,'2026-11-20 00:00:00.000000',0,3000000,'manager');
INSERT INTO "call_attempt" VALUES(3,3,2,2,'2026-11-19 12:00:00.000000','2026-11-19','no_answer',0,'',NULL,NULL,NULL,'2026-11-19 15:00:00.000000',1,2000000,'manager');
CREATE TABLE client (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	inn VARCHAR, 
	kpp VARCHAR, 
	kind VARCHAR(40) NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	phone VARCHAR, 
	email VARCHAR, 
	manager VARCHAR, 
	source VARCHAR, 
	do_not_call BOOLEAN NOT NULL, 
	created_on DATE NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT ck_client_kind CHECK (kind IN ('company', 'entrepreneur', 'person')), 
	CONSTRAINT ck_client_state CHECK (state IN ('unassigned', 'assigned'))
);
INSERT INTO "client" VALUES(1,1,'Ромашка','ромашка','7700000016',NULL,'company','assigned','+79161110001',NULL,'Анна','сайт',0,'2026-10-15','2026-10-15 10:00:00.000000');
INSERT INTO "client" VALUES(2,1,'Берёзка','березка','7700000023',NULL,'company','assigned','+79161110002',NULL,'Анна','сайт',0,'2026-10-15','2026-10-15 10:00:00.000000');
INSERT INTO "client" VALUES(3,1,'Весна','весна','7700000030',NULL,'company','assigned','+79161110003',NULL,'Анна','сайт',0,'2026-10-15','2026-10-15 10:00:00.000000');
INSERT INTO "client" VALUES(4,1,'Тихий двор','тихий двор','7700000048',NULL,'company','assigned','+79161110004',NULL,'Анна','сайт',0,'2026-10-15','2026-10-15 10:00:00.000000');
CREATE TABLE client_credit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	payment_id BIGINT NOT NULL, 
	sum BIGINT NOT NULL, 
	rest BIGINT NOT NULL, 
	created_on DATE NOT NULL, 
	CONSTRAINT ck_client_credit_sum_positive CHECK (sum > 0), 
	CONSTRAINT ck_client_credit_rest_within_sum CHECK (rest >= 0 AND rest <= sum), 
	CONSTRAINT fk_client_credit_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_client_credit_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id)
);
INSERT INTO "client_credit" VALUES(1,1,2,1,5000000,5000000,'2026-11-24');
CREATE TABLE client_standing (
	client_id INTEGER NOT NULL, 
	debt BIGINT NOT NULL, 
	oldest_due DATE, 
	overdue_months INTEGER NOT NULL, 
	call_sum BIGINT NOT NULL, 
	call_count INTEGER NOT NULL, 
	call_due DATE, 
	call_since DATE, 
	quiet_until DATETIME, 
	callback_at DATETIME, 
	callback_on DATE, 
	check_on DATE, 
	silent_days INTEGER NOT NULL, 
	ladder_done INTEGER NOT NULL, 
	ladder_raised INTEGER NOT NULL, 
	promise_open INTEGER NOT NULL, 
	broken_90 INTEGER NOT NULL, 
	last_touch DATE NOT NULL, 
	health INTEGER NOT NULL, 
	CONSTRAINT pk_client_standing PRIMARY KEY (client_id)
);
INSERT INTO "client_standing" VALUES(1,2000000,'2026-10-31',1,2000000,2,'2026-10-31','2026-10-15','2026-11-20 00:00:00.000000',NULL,NULL,NULL,0,0,0,0,1,'2026-11-19',75);
INSERT INTO "client_standing" VALUES(2,0,NULL,0,0,0,NULL,NULL,'2026-11-19 15:00:00.000000',NULL,NULL,NULL,0,0,0,0,0,'2026-10-15',100);
INSERT INTO "client_standing" VALUES(3,6000000,'2026-11-30',1,3000000,1,'2026-11-30','2026-11-16','2026-11-20 00:00:00.000000',NULL,NULL,NULL,0,0,0,0,0,'2026-11-19',85);
INSERT INTO "client_standing" VALUES(4,700000,'2026-11-20',1,700000,1,'2026-11-20','2026-11-10',NULL,NULL,NULL,NULL,0,0,0,0,0,'2026-10-15',85);
CREATE TABLE colleague (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	dept VARCHAR(40) NOT NULL, 
	phone VARCHAR, 
	email VARCHAR, 
	CONSTRAINT ck_colleague_dept CHECK (dept IN ('support', 'sales', 'law', 'accounting', 'warehouse', 'crew', 'marketing', 'head'))
);
INSERT INTO "colleague" VALUES(1,1,'Юля','юля','law','+79160000009',NULL);
CREATE TABLE contact (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	role VARCHAR, 
	phone VARCHAR, 
	email VARCHAR, 
	"primary" BOOLEAN NOT NULL, 
	wrong BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_contact_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "contact" VALUES(1,1,1,'Мария 1','мария 1','бухгалтер','+79162220001','buh1@example.ru',1,0,'2026-10-15 10:00:00.000000');
INSERT INTO "contact" VALUES(2,1,2,'Мария 2','мария 2','бухгалтер','+79162220002','buh2@example.ru',1,0,'2026-10-15 10:00:00.000000');
INSERT INTO "contact" VALUES(3,1,3,'Мария 3','мария 3','бухгалтер','+79162220003','buh3@example.ru',1,0,'2026-10-15 10:00:00.000000');
INSERT INTO "contact" VALUES(4,1,4,'Мария 4','мария 4','бухгалтер','+79162220004','buh4@example.ru',1,0,'2026-10-15 10:00:00.000000');
CREATE TABLE contract (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	number VARCHAR NOT NULL, 
	signed_on DATE NOT NULL, 
	file VARCHAR, 
	CONSTRAINT fk_contract_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "contract" VALUES(1,1,1,'Д-1','2026-10-01','dogovor.pdf');
INSERT INTO "contract" VALUES(2,1,2,'Д-2','2026-10-01','dogovor.pdf');
INSERT INTO "contract" VALUES(3,1,3,'Д-3','2026-10-01','dogovor.pdf');
INSERT INTO "contract" VALUES(4,1,4,'Д-4','2026-10-01','dogovor.pdf');
CREATE TABLE hold (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	invoice_id BIGINT, 
	reason TEXT NOT NULL, 
	until DATE, 
	state VARCHAR(40) NOT NULL, 
	created_on DATE NOT NULL, 
	next_at DATE, 
	waiting_for VARCHAR, 
	expected_at DATE, 
	no_next_reason VARCHAR, 
	CONSTRAINT ck_hold_state CHECK (state IN ('open', 'lifted')), 
	CONSTRAINT fk_hold_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_hold_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id)
);
INSERT INTO "hold" VALUES(1,1,3,2,'Считает, что услуга не оказана',NULL,'open','2026-11-19',NULL,NULL,NULL,NULL);
CREATE TABLE invoice (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	subscription_id BIGINT, 
	period VARCHAR NOT NULL, 
	number VARCHAR, 
	year INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	open BOOLEAN NOT NULL, 
	issued_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	sum BIGINT NOT NULL, 
	paid BIGINT NOT NULL, 
	call_from DATE NOT NULL, 
	send_by DATETIME NOT NULL, 
	ask_from DATE, 
	fix_sum BIGINT, 
	replaces_id BIGINT, 
	reason VARCHAR, 
	CONSTRAINT ck_invoice_kind CHECK (kind IN ('subscription', 'equipment', 'service', 'one_off')), 
	CONSTRAINT ck_invoice_state CHECK (state IN ('issued', 'sent', 'partly_paid', 'paid', 'superseded', 'cancelled', 'written_off')), 
	CONSTRAINT ck_invoice_sum_positive CHECK (sum > 0), 
	CONSTRAINT ck_invoice_paid_within_sum CHECK (paid >= 0 AND paid <= sum), 
	CONSTRAINT ck_invoice_fix_sum_positive CHECK (fix_sum > 0), 
	CONSTRAINT fk_invoice_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_invoice_subscription_id FOREIGN KEY(subscription_id) REFERENCES subscription (id), 
	CONSTRAINT fk_invoice_replaces_id FOREIGN KEY(replaces_id) REFERENCES invoice (id)
);
INSERT INTO "invoice" VALUES(1,4,2,2,'2026-10','10/2',2026,'subscription','paid',0,'2026-10-15','2026-10-31',2000000,2000000,'2026-10-20','2026-10-15 18:00:00.000000',NULL,NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(2,3,3,3,'2026-10','10/3',2026,'subscription','sent',1,'2026-10-15','2026-10-31',3000000,0,'2026-10-20','2026-10-15 18:00:00.000000','2026-10-16',NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(3,3,1,1,'2026-10','10/1',2026,'subscription','sent',1,'2026-10-15','2026-10-31',1000000,0,'2026-10-20','2026-10-15 18:00:00.000000','2026-10-16',NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(4,4,2,2,'2026-11','11/2',2026,'subscription','paid',0,'2026-11-16','2026-11-30',2000000,2000000,'2026-11-20','2026-11-16 18:00:00.000000',NULL,NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(5,3,3,3,'2026-11','11/3',2026,'subscription','sent',1,'2026-11-16','2026-11-30',3000000,0,'2026-11-20','2026-11-16 18:00:00.000000','2026-11-17',NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(6,3,1,1,'2026-11','11/1',2026,'subscription','sent',1,'2026-11-16','2026-11-30',1000000,0,'2026-11-20','2026-11-16 18:00:00.000000','2026-11-17',NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(7,1,4,NULL,'2026-11','Р-7',2026,'one_off','issued',1,'2026-11-10','2026-11-20',700000,0,'2026-11-23','2026-11-10 18:00:00.000000',NULL,NULL,NULL,NULL);
INSERT INTO "invoice" VALUES(8,3,4,NULL,'2026-11','Р-8',2026,'one_off','cancelled',0,'2026-11-10','2026-11-20',700000,0,'2026-11-23','2026-11-10 18:00:00.000000',NULL,NULL,NULL,'Выставлен дважды');
CREATE TABLE invoice_send (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	invoice_id BIGINT NOT NULL, 
	client_id BIGINT NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	channel VARCHAR(40) NOT NULL, 
	"to" VARCHAR, 
	state VARCHAR(40) NOT NULL, 
	prepared_on DATE NOT NULL, 
	sent_at DATETIME, 
	settled_at DATETIME, 
	CONSTRAINT ck_invoice_send_kind CHECK (kind IN ('first', 'duplicate', 'corrected')), 
	CONSTRAINT ck_invoice_send_channel CHECK (channel IN ('mail', 'edo', 'messenger')), 
	CONSTRAINT ck_invoice_send_state CHECK (state IN ('prepared', 'sent', 'confirmed', 'bounced')), 
	CONSTRAINT fk_invoice_send_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id), 
	CONSTRAINT fk_invoice_send_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "invoice_send" VALUES(1,1,1,2,'first','mail','buh2@example.ru','sent','2026-10-15','2026-10-15 11:00:00.000000',NULL);
INSERT INTO "invoice_send" VALUES(2,1,2,3,'first','mail','buh3@example.ru','sent','2026-10-15','2026-10-15 11:00:00.000000',NULL);
INSERT INTO "invoice_send" VALUES(3,1,3,1,'first','mail','buh1@example.ru','sent','2026-10-15','2026-10-15 11:00:00.000000',NULL);
INSERT INTO "invoice_send" VALUES(4,1,4,2,'first','mail','buh2@example.ru','sent','2026-11-16','2026-11-16 11:00:00.000000',NULL);
INSERT INTO "invoice_send" VALUES(5,1,5,3,'first','mail','buh3@example.ru','sent','2026-11-16','2026-11-16 11:00:00.000000',NULL);
INSERT INTO "invoice_send" VALUES(6,1,6,1,'first','mail','buh1@example.ru','sent','2026-11-16','2026-11-16 11:00:00.000000',NULL);
CREATE TABLE journal_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	user VARCHAR NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	action VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	message TEXT NOT NULL, 
	target BIGINT, 
	client_id BIGINT, 
	inputs TEXT NOT NULL, 
	salt VARCHAR(32) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_journal_entry_target FOREIGN KEY(target) REFERENCES journal_entry (id)
);
INSERT INTO "journal_entry" VALUES(1,'2026-10-15 10:00:00.000000','manager','do','clients.add','Добавить клиента','Клиент «Ромашка» добавлен.',NULL,1,'{"confirm":true,"inn":"7700000016","manager":"Анна","name":"Ромашка","note":"Парковка на 40 мест","phone":"+79161110001","source":"сайт"}','0960a3e8768afd074b27c01b7ff91b07','6435b9a8931f0a7277463973cbbff238cd630b03efd4a3dcbc7ee832ccb28010','4c0cc5542872cdf4857a73db3218e20f0acf988aadd77067b62ca6bdeaa5c50a');
INSERT INTO "journal_entry" VALUES(2,'2026-10-15 10:00:00.000000','manager','do','clients.add_contact','Добавить контакт','Основной контакт «Мария 1» добавлен: Ромашка.',NULL,1,'{"client":1,"email":"buh1@example.ru","name":"Мария 1","phone":"+79162220001","role":"бухгалтер"}','3ee07218fee8fb28d9e89ab8bbd7d138','7f1d9f3d79f1d0b5f87a2644f0e0b474116da47e61a170096cc3d1e466af121d','255c9d396cd95f196dc8cce558ba5a4b9d37b82909e6d61ce39bd2b16c06c926');
INSERT INTO "journal_entry" VALUES(3,'2026-10-15 10:00:00.000000','manager','do','clients.note','Добавить заметку','Заметка добавлена: Ромашка.',NULL,1,'{"client":1,"text":"Звонить после 14"}','a83124d39ac3a348c5651a4f54fcf4d4','8c2679cfe6de22a681e49ab3d81ebdb5d284a43799bb5426514004211e2b5a04','1eade50bbf147676b01249a3044c4e5979c16c759d9dbb0e113b4a38257a4efc');
INSERT INTO "journal_entry" VALUES(4,'2026-10-15 10:00:00.000000','manager','do','clients.log_talk','Записать разговор','Разговор записан: Ромашка.',NULL,1,'{"channel":"mail","client":1,"text":"Просили прайс"}','b24f01cd2239ce111cbc8310a6fb2cb8','7dbb099f185e0906e66c1a522316664ac27e97408c45c47aa97b0f5304d19249','7093005eea043613c10ea3ecf8c0279331123cc0710936b16c921d9bc4f6f06d');
INSERT INTO "journal_entry" VALUES(5,'2026-10-15 10:00:00.000000','manager','do','clients.sign_contract','Договор подписан','Договор № Д-1 от 01.10.2026 записан: Ромашка.',NULL,1,'{"client":1,"file":"dogovor.pdf","number":"Д-1","on":"2026-10-01"}','14edeec136f8facd99f390040172e8f7','3d2d5c3855750a3e604a641a896b1df183dcc82bb05275201772a94ca35203e1','e3103e4a8e532c8b56e8589495e1681a83be0c8c3a744dbb544f91b98cb7a110');
INSERT INTO "journal_entry" VALUES(6,'2026-10-15 10:00:00.000000','manager','do','clients.add','Добавить клиента','Клиент «Берёзка» добавлен.',NULL,2,'{"confirm":true,"inn":"7700000023","manager":"Анна","name":"Берёзка","note":"Парковка на 40 мест","phone":"+79161110002","source":"сайт"}','b9de6674601006d51baf769736483401','3a8caf559e10ac8d7cb02a75eca3a0839057a91a2e939fd190525d35540f2824','4a4623ca0c5c16b0d4435e320f7c7f5f275c7d43d383e90365fef543cf6a3923');
INSERT INTO "journal_entry" VALUES(7,'2026-10-15 10:00:00.000000','manager','do','clients.add_contact','Добавить контакт','Основной контакт «Мария 2» добавлен: Берёзка.',NULL,2,'{"client":2,"email":"buh2@example.ru","name":"Мария 2","phone":"+79162220002","role":"бухгалтер"}','8ae67e5300ab839141a19eee6567ea6a','11e11c46d06f370fe46acc4a0d49d7c1df98c27bfa583afdbb6efbc58e863ec4','4eeb75206518b8db6d994a374278e83bf9be313c3005abf48702112c72a2455a');
INSERT INTO "journal_entry" VALUES(8,'2026-10-15 10:00:00.000000','manager','do','clients.note','Добавить заметку','Заметка добавлена: Берёзка.',NULL,2,'{"client":2,"text":"Звонить после 14"}','4464e71c3e2181ef8f66d93bacaadf85','e436400770403fac66dd527f55a5a5f4b76de6d185da28e41c921fb4d4e67a01','bf1e829b14c0558d11c371d8aa236a65f44dc0b58026e98666d22ab335414087');
INSERT INTO "journal_entry" VALUES(9,'2026-10-15 10:00:00.000000','manager','do','clients.log_talk','Записать разговор','Разговор записан: Берёзка.',NULL,2,'{"channel":"mail","client":2,"text":"Просили прайс"}','0092ddca837e209a63e6a262a02466fc','b373dcfd8d0c927e5dd0195c28cb79013634099a01af8f96980d2567b0032beb','c04c4ea88ac78f5171c39e1e3c74f82cc1b5c90b0e7ae7140cf690a29d03d52d');
INSERT INTO "journal_entry" VALUES(10,'2026-10-15 10:00:00.000000','manager','do','clients.sign_contract','Договор подписан','Договор № Д-2 от 01.10.2026 записан: Берёзка.',NULL,2,'{"client":2,"file":"dogovor.pdf","number":"Д-2","on":"2026-10-01"}','41de018e2e43eae1649969684e36d3e9','f48a70110db9689d3f0c6fc1204735e0f401609424c3a34d7abfa5d1d6ef2048','c0409d5460e9a3e1dd7d5dcc00c4c819f018807a98c666d989edca82d12dcfaf');
INSERT INTO "journal_entry" VALUES(11,'2026-10-15 10:00:00.000000','manager','do','clients.add','Добавить клиента','Клиент «Весна» добавлен.',NULL,3,'{"confirm":true,"inn":"7700000030","manager":"Анна","name":"Весна","note":"Парковка на 40 мест","phone":"+79161110003","source":"сайт"}','b17843d3a96ac0b273911b4236ff7514','c7d92439340e9bf009e056f1330329771685852c896cb37df0a047a286111251','4445caa6245f6230b9de650e8de0d9c8493bb473c13de97d720c494b7cbef430');
INSERT INTO "journal_entry" VALUES(12,'2026-10-15 10:00:00.000000','manager','do','clients.add_contact','Добавить контакт','Основной контакт «Мария 3» добавлен: Весна.',NULL,3,'{"client":3,"email":"buh3@example.ru","name":"Мария 3","phone":"+79162220003","role":"бухгалтер"}','a0e249257b93018146ac3630dc29875c','45e810cb8aa20db84d1f5e4e6100aa0f030ba9cff7248ed3d1cd36d9a4a51508','d833755c2aa33ab50c37ac6dee7995c44d39198c47747ddd3011722a651fd72e');
INSERT INTO "journal_entry" VALUES(13,'2026-10-15 10:00:00.000000','manager','do','clients.note','Добавить заметку','Заметка добавлена: Весна.',NULL,3,'{"client":3,"text":"Звонить после 14"}','2637ba9c1442cbbda905de01e50f6b7a','26db582f01e73b70bf70458102ebea34d1f3d4c7af8011f7278a0458d50a1ea0','f32532de26dab1fdb82b636b1af3917cc8e31623c9e897e55f063058dd2f8a4f');
INSERT INTO "journal_entry" VALUES(14,'2026-10-15 10:00:00.000000','manager','do','clients.log_talk','Записать разговор','Разговор записан: Весна.',NULL,3,'{"channel":"mail","client":3,"text":"Просили прайс"}','454839fcd842c21d2186439663d3fcce','559fdef0d76a670756f2598b29f6f78a403a95ec014847234cd0c9e7d0350ffa','500aa1d4cc4df1fafb76fa0e0e9dcb5569f86a839df4e9d6d11e27a216bf65ab');
INSERT INTO "journal_entry" VALUES(15,'2026-10-15 10:00:00.000000','manager','do','clients.sign_contract','Договор подписан','Договор № Д-3 от 01.10.2026 записан: Весна.',NULL,3,'{"client":3,"file":"dogovor.pdf","number":"Д-3","on":"2026-10-01"}','227e747fbc0f2fb7b960177e899c4718','a5739e26463fb9e61fdd2c470333ebd14db48788478815a8282b1b8e4c750021','9ab1ba6e28f671b998b3635895c6a295acbdd0952d79f3e4f391fb3b8fdd0de9');
INSERT INTO "journal_entry" VALUES(16,'2026-10-15 10:00:00.000000','manager','do','clients.add','Добавить клиента','Клиент «Тихий двор» добавлен.',NULL,4,'{"confirm":true,"inn":"7700000048","manager":"Анна","name":"Тихий двор","note":"Парковка на 40 мест","phone":"+79161110004","source":"сайт"}','7c0cae9e9280ba6a446d4b1c78072190','824462e7ef46df15bdd5b157da58ac0a018d7d322c3b685f0a2ee54593af47d2','0d3adebcb6989e92b902df9c96ca8a72364d73384cf5e4b62f9c20765057b58e');
INSERT INTO "journal_entry" VALUES(17,'2026-10-15 10:00:00.000000','manager','do','clients.add_contact','Добавить контакт','Основной контакт «Мария 4» добавлен: Тихий двор.',NULL,4,'{"client":4,"email":"buh4@example.ru","name":"Мария 4","phone":"+79162220004","role":"бухгалтер"}','7c84b05b622683fc08cd9937abb57928','96e74984a8737bbf562dbd256f2525a2765c34e103638ee2f71905898a194b65','dc51fd76f9067bb63243a1ccc83121e07c00b5f9b34f4818ee5296c4f13f60b0');
INSERT INTO "journal_entry" VALUES(18,'2026-10-15 10:00:00.000000','manager','do','clients.note','Добавить заметку','Заметка добавлена: Тихий двор.',NULL,4,'{"client":4,"text":"Звонить после 14"}','74260cb366645af5f00c247ace3e6a76','976086bb393a5ab76f408405dcedcff8959683295d496e6e742df796588cdf32','63ffb4ef1a675f684ba8ec0c7c63e80376c3a7f9a13240825aa668059d61a523');
INSERT INTO "journal_entry" VALUES(19,'2026-10-15 10:00:00.000000','manager','do','clients.log_talk','Записать разговор','Разговор записан: Тихий двор.',NULL,4,'{"channel":"mail","client":4,"text":"Просили прайс"}','2e0cc955b7e5df77606179e4d535b918','19822244be1f142e1e12ca28ce1f2558736a8a175cb959a1ef37890e45480329','1fc6cdccb5a0db0a97c9064e7b7361200c6545601171785d28bbe4673f9aaa47');
INSERT INTO "journal_entry" VALUES(20,'2026-10-15 10:00:00.000000','manager','do','clients.sign_contract','Договор подписан','Договор № Д-4 от 01.10.2026 записан: Тихий двор.',NULL,4,'{"client":4,"file":"dogovor.pdf","number":"Д-4","on":"2026-10-01"}','a4c6e2822dd4ce8300f10ecd494ebf9c','61fdd60aa42e34b30f6487461c937eaadd15dceb4cf9b938d31da05b1db181c1','211127bb428822b6781219c4ad533705a93e5c05b0a716da855b0d28275ac764');
INSERT INTO "journal_entry" VALUES(21,'2026-10-15 10:00:00.000000','manager','do','clients.add_colleague','Добавить коллегу','Коллега «Юля» добавлен: юристы.',NULL,NULL,'{"dept":"law","name":"Юля","phone":"+79160000009"}','5deefe4b41b87f02ff13209d70c81078','7e42d4014d0cfbfa7327966a2cc1e8b3939a937c9f2f878696551a119e5e1c90','312ec24594f722b33017542777f713285d349c8fca4960687985bf080a042b7a');
INSERT INTO "journal_entry" VALUES(22,'2026-10-15 10:00:00.000000','manager','do','billing.add_own_account','Добавить наш счёт','Наш счёт 40702810000000000001 записан: его выписки можно загружать.',NULL,NULL,'{"account":"40702810000000000001","bank":"Банк","org":"Наша фирма"}','b864c8939029a37cec0eb2e8c7185482','93296997dd5258df13c968ad7a86af26a0d5956eb16658c76630445ec9c9ad35','07faf7d2b3f9c511432a1f5528f7034ef47fda73bd3fa2653d5059b0be5a00f8');
INSERT INTO "journal_entry" VALUES(23,'2026-10-15 10:00:00.000000','manager','do','billing.open_subscription','Открыть подписку','Подписка «Ромашка» открыта: 10 000 ₽ в месяц с октября 2026.',NULL,1,'{"amount":"10000.00","client":1,"from_period":"2026-10"}','295adb06d065dbc8b71c18d271c5ecb2','6ad4d81ffff167344cc0e66157df634c50bb135b927b7e3d7c27b14072b5a1a3','e5d405ff5b338f005560839abdeb663319050b765ca28c2c1f369dfb0e6b80f2');
INSERT INTO "journal_entry" VALUES(24,'2026-10-15 10:00:00.000000','manager','do','billing.open_subscription','Открыть подписку','Подписка «Берёзка» открыта: 20 000 ₽ в месяц с октября 2026.',NULL,2,'{"amount":"20000.00","client":2,"from_period":"2026-10"}','ad04c20a59ade8bc2c30e11d201e88c3','7ccbb38a76a6477dffafe2f5a295aef82e76406ff9adb992c31bd8608bf9c315','888f3bcf120fd4b85996b3d75088a363bf5874d072dd503fbc8782e844d637ec');
INSERT INTO "journal_entry" VALUES(25,'2026-10-15 10:00:00.000000','manager','do','billing.open_subscription','Открыть подписку','Подписка «Весна» открыта: 30 000 ₽ в месяц с октября 2026.',NULL,3,'{"amount":"30000.00","client":3,"from_period":"2026-10"}','1d3a4b868334966dcf8ba056695e1ced','37a0362225f7e4a0c6880a4560669b1b3420789a2c331f938fec9b99d62700d7','a614341c7eb30991c55a8b8d7c97bcbdce686bc468b1a74687b2ca44c964ec5e');
INSERT INTO "journal_entry" VALUES(26,'2026-10-15 11:00:00.000000','manager','do','billing.issue_run','Выставить счета за месяц','Выставлено за октябрь 2026: 3 счёта на 60 000 ₽.',NULL,NULL,'{"confirm":true,"period":"2026-10"}','9e1debfeac83ea9297038d83d2c47285','e440b1d785806cff047ee62a92f2afd30a43a1a4825469455cd5291ebbfbd88c','fbd956b4a612ab7da52ab0d67b5b244187fc5a3580660913e79040f06c68c1a4');
INSERT INTO "journal_entry" VALUES(27,'2026-10-15 11:00:00.000000','manager','do','billing.set_number','Внести номер из 1С','Счёту за октябрь 2026 присвоен № 10/2.',NULL,2,'{"invoice":1,"number":"10/2"}','ebd13734fcc4250438f6106753eea946','72bf95f68bd4b314ef31bd9077800ff5da921e0eb2212e4f85dab2e3e69fe67f','a82ae8aea947a5f0d68ff70fbedf01936003b587cd179ef340b0314fba2912c6');
INSERT INTO "journal_entry" VALUES(28,'2026-10-15 11:00:00.000000','manager','do','billing.send_invoice','Отправить счёт','Счёт № 10/2 отправлен на buh2@example.ru: «Берёзка».',NULL,2,'{"invoice":1}','d39a3a1978b0a5dbc5c3b5f30356c0b4','5d5f862edc11471b3b1301e185efeb7b8bf79261f36a7ee91e053b54c0701cdc','37c97356ac75f8dbee7a68bbedc71705735488bd10135c64957c5a38b401bf0e');
INSERT INTO "journal_entry" VALUES(29,'2026-10-15 11:00:00.000000','manager','do','billing.set_number','Внести номер из 1С','Счёту за октябрь 2026 присвоен № 10/3.',NULL,3,'{"invoice":2,"number":"10/3"}','6449fe929528e9ceb9f121ddc80580ec','089b17d1b0e3567226e1844963e686a93a4f0d9450f1c4afa466e829fbed4310','38da5b36ddfdbd52789170ab0899d906ce97475e502edf0635a2feeaa5be3da5');
INSERT INTO "journal_entry" VALUES(30,'2026-10-15 11:00:00.000000','manager','do','billing.send_invoice','Отправить счёт','Счёт № 10/3 отправлен на buh3@example.ru: «Весна».',NULL,3,'{"invoice":2}','88e02fad5105a7bd086b22094b6241e8','417fcb85555667d52c96884c5503af648dc7bdf6c1f737301179a02b9762d04b','2df12868706cbd1ef1e472bdd04cf8d65e82a26635de0b524832e443968c7f27');
INSERT INTO "journal_entry" VALUES(31,'2026-10-15 11:00:00.000000','manager','do','billing.set_number','Внести номер из 1С','Счёту за октябрь 2026 присвоен № 10/1.',NULL,1,'{"invoice":3,"number":"10/1"}','0988398ab3cce664caa760b81ceabb13','4f33f7ac237ba7dfea92fcec25087714413d09bc56a67cff86d27bfe45bb35a7','40fffb3cdba72c42da3701ae3b647ba8b10094438cbc5a2116edc70f1b505fbb');
INSERT INTO "journal_entry" VALUES(32,'2026-10-15 11:00:00.000000','manager','do','billing.send_invoice','Отправить счёт','Счёт № 10/1 отправлен на buh1@example.ru: «Ромашка».',NULL,NULL,'{"invoice":3}','11f833cc1c3d5283e2c19e348f47eafd','64f0b36dfa18b225e0dfda67706b39369ff4781d8176154a052bce042981c8ff','d932aca85c8dfbdbaf3d0c5d54e57dfb6751a4df393e98264c959d2cda51e597');
INSERT INTO "journal_entry" VALUES(33,'2026-11-16 11:00:00.000000','manager','do','billing.issue_run','Выставить счета за месяц','Выставлено за ноябрь 2026: 3 счёта на 60 000 ₽.',NULL,NULL,'{"confirm":true,"period":"2026-11"}','5e3a3708bb57ae79b5144fb40e71ad0d','0e8f1a35fb35b9b713d2e0df78f46caa8e8c12a68c684e1bb2e9317dda99ce6e','afc89b4349a41aca0dee0adc24272611c5d2b3797de7e17b8b067ff85bde5cc5');
INSERT INTO "journal_entry" VALUES(34,'2026-11-16 11:00:00.000000','manager','do','billing.set_number','Внести номер из 1С','Счёту за ноябрь 2026 присвоен № 11/2.',NULL,2,'{"invoice":4,"number":"11/2"}','1364bc215a1ecc59a1ac18c53d10c8b5','e201e2890faad9892c9a7cab973b0960dfb4827765edf4389626bf60662bf23d','f489eb241bacfb132b542454604c3c76c089e89e82dfca574f1c61066c2a471a');
INSERT INTO "journal_entry" VALUES(35,'2026-11-16 11:00:00.000000','manager','do','billing.send_invoice','Отправить счёт','Счёт № 11/2 отправлен на buh2@example.ru: «Берёзка».',NULL,2,'{"invoice":4}','8e3653d47e93c9b8c9830a98adb4fcc4','390b06b623e13fac7aff8239e2fa8cde9dfaabd00320a62fac2a2f0a69b5ca29','8b23b62f411468c75bdc967f78a6bd57f3d063b3388accc151ee2d5716cbc187');
INSERT INTO "journal_entry" VALUES(36,'2026-11-16 11:00:00.000000','manager','do','billing.set_number','Внести номер из 1С','Счёту за ноябрь 2026 присвоен № 11/3.',NULL,3,'{"invoice":5,"number":"11/3"}','ce777e0c729a10407eddea3d21625a94','1e9118329fa4d1fee481dee34658e4f373b3fabc4a85ebd739037d28e735d4d4','6c3b035fe945c189e2638d1bfeac1b148c8034d0a6e45740f329887b43186b17');
INSERT INTO "journal_entry" VALUES(37,'2026-11-16 11:00:00.000000','manager','do','billing.send_invoice','Отправить счёт','Счёт № 11/3 отправлен на buh3@example.ru: «Весна».',NULL,3,'{"invoice":5}','481886a4080706934e3d5dc4b7baf522','acde37e510cadd40917528eefd8da03c5f85d7188f07d1eaf4174cc1a822d1fb','391e4d3560fe2cef08f059d73697dc8873b75f6a7326c1e45c78fdc291b2b45c');
INSERT INTO "journal_entry" VALUES(38,'2026-11-16 11:00:00.000000','manager','do','billing.set_number','Внести номер из 1С','Счёту за ноябрь 2026 присвоен № 11/1.',NULL,1,'{"invoice":6,"number":"11/1"}','c6e40600b46aa0a6562adf02ac1f4b90','159add799007e720e331dbba440f9a8c21c7476276f8d3ea0b7947c81237ddd6','9c68df4c0f1bbeb436460d3ea7dcae597c0c1c30f26c78717259f35065fabc20');
INSERT INTO "journal_entry" VALUES(39,'2026-11-16 11:00:00.000000','manager','do','billing.send_invoice','Отправить счёт','Счёт № 11/1 отправлен на buh1@example.ru: «Ромашка».',NULL,NULL,'{"invoice":6}','d6faa48e42f59d5dad7675284f97210d','14a89a156b52c7e1830d72429d0fe0e97b681a4ff0487c953894d3be660e8505','724468c6b85723807231a40156a40459cc3690969ae3f27e46996a2a6fc81781');
INSERT INTO "journal_entry" VALUES(40,'2026-11-19 12:00:00.000000','manager','do','collection.log_call','Записать звонок','Звонок записан: Ромашка, обещал. Обещание записано: Ромашка, 5 000 ₽, пятница 20 ноября.',NULL,1,'{"client":1,"outcome":"promised","promise_on":"2026-11-20","promise_sum":"5000.00","text":"Обещал директор"}','93cd2ad82e836fc172344c9bb3ac6846','2f79dd69844f633ae42e80a278fd063e78b3ef807787e124199ac66626b3bfea','f9c31ea18a23890765fdbeb9754012a8ed4fc02b4073da513aa1cb987101f78f');
INSERT INTO "journal_entry" VALUES(41,'2026-11-19 12:00:00.000000','manager','do','collection.log_call','Записать звонок','Звонок записан: Весна, спорит. Звонки об этих счетах остановлены, пока паузу не снимут.',NULL,3,'{"client":3,"outcome":"disputes","text":"Считает, что услуга не оказана"}','d56509d34fb7b72a449b70c7f930baec','b8f5cd47d4650ba03a2b49121f2b2c4152b56918c9fc21835a46ed1fed4cbe3d','6e969a147d7c2eeba8a55c33597934cc41bdb2d94373ba80e7e35acd7dc9f3ac');
INSERT INTO "journal_entry" VALUES(42,'2026-11-19 12:00:00.000000','manager','do','collection.log_call','Записать звонок','Звонок записан: Берёзка, не берёт.',NULL,2,'{"client":2,"outcome":"no_answer"}','19e60c1ddba1bce7cf747bb543f758d2','69adf5da6b17e3dde3575921c8edad61429cec1ba2d176184ec371b9c9bfa25d','1304901f63406036803b41a07eb63232484d230c20649af856916f1c3d40e423');
INSERT INTO "journal_entry" VALUES(43,'2026-11-24 10:00:00.000000','manager','do','billing.add_invoice','Добавить счёт','Счёт № Р-7 добавлен: «Тихий двор», 7 000 ₽, оплатить до 20.11.2026.',NULL,4,'{"client":4,"due_on":"2026-11-20","issued_on":"2026-11-10","kind":"one_off","number":"Р-7","sum":"7000.00"}','f46498367c6b0e6a1c950574d9ef33e0','eb31c1f93f7e564a328a94bdf8ba228f7ec58ee6bb30a380de309976e38fa956','bf11ca9e316e098f1b12b7f343fe2ae9e5a5f9ad16a92b78243b560571bec778');
INSERT INTO "journal_entry" VALUES(44,'2026-11-24 10:00:00.000000','manager','do','billing.add_invoice','Добавить счёт','Счёт № Р-8 добавлен: «Тихий двор», 7 000 ₽, оплатить до 20.11.2026.',NULL,4,'{"client":4,"confirm":true,"due_on":"2026-11-20","issued_on":"2026-11-10","kind":"one_off","number":"Р-8","sum":"7000.00"}','1f566b5c8bedf4e76b8ed04982bf333f','6d86cffa1bc131ba898d53566d14ecd2c5ee4a1cef5a4ad76afb10310c2fbca6','c8aa27b19ab4c16db8cc2f513bfef2f1dbc02c9e443824e3a48c091f338b1125');
INSERT INTO "journal_entry" VALUES(45,'2026-11-24 10:00:00.000000','manager','do','billing.cancel_invoice','Отменить счёт','Счёт № Р-8 отменён.',NULL,4,'{"invoice":8,"reason":"Выставлен дважды"}','6467b4a5c81d9e96ebe282c5c48ff3f2','8ced92b504043ecedd9d07ce47142e970832de88e0e16fe30c09d78a349b7a9d','baeacb8760e0bdcb372cb047109f46b3a3685ef468f4b5564bec5aec73a2ff90');
INSERT INTO "journal_entry" VALUES(46,'2026-11-24 10:00:00.000000','manager','do','billing.record_payment','Записать платёж','Платёж 90 000 ₽ от «Берёзка» записан: счёт № 10/2 оплачен; счёт № 11/2 оплачен; в аванс 50 000 ₽.',NULL,2,'{"client":2,"confirm":true,"number":"п/п 5","paid_on":"2026-11-23","purpose":"Предоплата","sum":"90000.00"}','8cc7f1bce1fb9a0156d59130cb8f9047','7577c788760940ffb6e746ab08cf795f658a7dba572f551c8fbaeb4874e62435','4b6f875521367f24a4ac40fc4a685b54f61dc2f9170ce1d19e9064cbf26ef39b');
INSERT INTO "journal_entry" VALUES(47,'2026-11-24 10:00:00.000000','manager','do','billing.import_statement','Загрузить выписку','Загружено 3 строки: закрыто 0 счетов, частично 0, не найдено 3.',NULL,NULL,'{"file":"kl_to_1c.txt","lines":3,"warnings":["итог не сходится"]}','7710a48f0354083ebc9a7ddc9d60bdc8','1269e8ae31e4432458511ef61b27206d8a991b9df9e21d362977f1ffd9ebb44b','6cb5264c94e81f911f3954e5482ff48281ed05c41df59d92a5542e0ee7c50fd9');
INSERT INTO "journal_entry" VALUES(48,'2026-11-24 10:00:00.000000','manager','do','billing.ignore_line','Не платёж клиента','Поступление 778 ₽ от 23.11.2026 отложено: Возврат поставщика.',NULL,NULL,'{"bank_line":3,"reason":"Возврат поставщика"}','091275869dae73ff0f3f8e257a2603bc','4b72592699d6bdc30105053745f4de0e5b39f7f3adbd89ad362d0dccd86d0932','c9694bd4c6763b78dbf365b4d8a006df69ab21915b8743cf589b0d759a3b8c30');
INSERT INTO "journal_entry" VALUES(49,'2026-11-24 10:00:00.000000','manager','do','tasks.add','Добавить задачу','Задача на 24.11.2026 добавлена.',NULL,2,'{"client":2,"on":"2026-11-24","text":"Поздравить юриста"}','ca3bba4ed7e72f82f903a1d9887901cc','8cacc53a01a05e3636a22acc9242e2b1c8be7d5226b94b219a0d6c165a358a32','ea73e1408f2aab4e4160dde368db30858248997100a076bc947cdda290d8b77e');
INSERT INTO "journal_entry" VALUES(50,'2026-11-24 10:00:00.000000','manager','do','tasks.add','Добавить задачу','Задача на 24.11.2026 добавлена.',NULL,2,'{"client":2,"on":"2026-11-24","text":"Отложенное"}','3422364210fa9c6ec5dd91ed1c5f3fcb','3f9de5e198a5f39b1fca92724782cfd236aca0c94f3b1b9648ad0503db78998f','dca762befcfa2ed180d27c689e96e94acda42953328a4a113147e878f2447e95');
INSERT INTO "journal_entry" VALUES(51,'2026-11-24 10:00:00.000000','manager','do','tasks.add','Добавить задачу','Задача на 24.11.2026 добавлена.',NULL,2,'{"client":2,"on":"2026-11-24","text":"Закреплённое"}','d2fbd7208fb5958abfd07d658c184a93','061110f136682191f3a60052a1a79e481d0d7a8b96390f8df59e9ea1254b1120','93b9aa2acde2957259c2e622468b3bc7888e64f49460ed1ed212d1ab48a6a15b');
INSERT INTO "journal_entry" VALUES(52,'2026-11-24 10:00:00.000000','manager','do','tasks.add','Добавить задачу','Задача на 24.11.2026 добавлена.',NULL,2,'{"client":2,"on":"2026-11-24","text":"Ненужное"}','65ce233b1aa523fc736cd3e5b5b6254b','c10a273d26ba1de48e81a9d89d6d87005b0d8f47e8afad212979c138f338c354','cc8b0734cd8afca6cc93f4cfff80c079767990b54922a91000646f5c8f780bcc');
INSERT INTO "journal_entry" VALUES(53,'2026-11-24 10:00:00.000000','manager','do','tasks.add','Добавить задачу','Задача без даты добавлена.',NULL,4,'{"client":4,"confirm":true,"text":"Ждём ответа"}','123bdbda222727d936f3fb6c72ce2cf1','6fff54467fc6458fbbb1b5173b057f1267e02203f80a382542b4ec781bfd97c9','ee4ac0f68c311fd4fcdc3f83f42fa95e56bd9fe9ead2f5bddc22e8547fcdb29a');
INSERT INTO "journal_entry" VALUES(54,'2026-11-24 10:00:00.000000','manager','do','tasks.set_next','Следующий шаг','Следующий шаг: ждём: директора, до 24.11.2026.',NULL,4,'{"expected_at":"2026-11-24","for":"task:5","waiting_for":"директора"}','2e64c56125f8632760318b1a56074efa','598dd0960798ab1d6ae4b9a3c3d9ca6e040f4972e13493c3340fbc25131037a0','13c8e1fd02a8ba8a9d1078f7d690d65a77f555948901ad70af87dfc120ffda5e');
INSERT INTO "journal_entry" VALUES(55,'2026-11-24 10:00:00.000000','manager','do','tasks.snooze','Отложить','Отложено до 27.11.2026 11:00.',NULL,2,'{"key":"TASK:task:2:","reason":"ждём юристов","until":"2026-11-27T11:00:00Z"}','8f006b7a9f6b8c1e9cd3203df074e9cc','9e736ca19baa7ed5999effe5c94285a841b94fd46848e892e970c9bbe7831534','ed2c5293365754cc5d408f99ef495d3025365482f3cb5bf597c56f7aff51b575');
INSERT INTO "journal_entry" VALUES(56,'2026-11-24 10:00:00.000000','manager','do','tasks.pin','Закрепить наверху','Строка закреплена наверху.',NULL,2,'{"key":"TASK:task:3:"}','96e48b633c069f1336fbdd2fd0fc84f7','a2ac69a0c5a11cf9ea39c0ccc72339a55dc191b5b6aa931623164325eae6541b','882b3e46d36acf09b3adfe38c58ccff53a20630854498d005b475713a18b332c');
INSERT INTO "journal_entry" VALUES(57,'2026-11-24 10:00:00.000000','manager','do','tasks.mute','Больше не показывать','Больше не показывать: не наше.',NULL,2,'{"key":"TASK:task:4:","reason":"не наше"}','6f7acdc0bd986ead035d83111339dbaf','5aa06e3fac5a3bb74b1c5c48df5f2cfe9a3cf69c5ac5f28a9d17e00a8e384655','51f7cd7ccf5d3a8fb8767a408c976c98468c3be4ce52f9cf3fff0bb38feb9029');
INSERT INTO "journal_entry" VALUES(58,'2026-11-24 10:00:00.000000','manager','do','outbox.queue','Поставить письмо в очередь','Письмо «Счёт» ждёт отправки: buh1@example.ru.',NULL,NULL,'{"subject":"Счёт","text":"Здравствуйте","to":"buh1@example.ru"}','e716553132b3f7b9278d0488e95c9f4c','465df50b6198675ea756794ff7bdd85432a0943654da934d01c4f763a16f29a4','4769a26cfebe936cf1c6687a93840f9185b1c4871ab122c1dd701f66adaacb3b');
INSERT INTO "journal_entry" VALUES(59,'2026-11-24 10:00:00.000000','manager','do','outbox.failed','Письмо не ушло','Письмо «Счёт» — не ушло: ящик переполнен.',NULL,NULL,'{"outbox_message":1,"reason":"ящик переполнен"}','84a7ea75b5d215ac1b1f0c0aed441cfb','5ead31675f44e1ffc1bc90e311894c2ca9414e0aef534c04fbd477a53d073c9d','1e4cdcfe7de99c8b6489f9b487cf4c6dbad9bf2c2f79a150aa936ecf078b0d04');
INSERT INTO "journal_entry" VALUES(60,'2026-11-24 10:00:00.000000','manager','do','tasks.add','Добавить задачу','Задача на 25.11.2026 добавлена.',NULL,NULL,'{"on":"2026-11-25","text":"Лишнее"}','1d085c720b31e24f125579394137109b','219123b337202c57f69d3967d35236fdfe1ab9d5b8a08306d9d629b93cfd719b','90b1c6faf5730e0c84abbef7da03c343ccb974687e1441d8364c3080f400e548');
INSERT INTO "journal_entry" VALUES(61,'2026-11-24 10:00:00.000000','manager','undo','tasks.add','Добавить задачу','Отменено: Задача на 25.11.2026 добавлена.',60,NULL,'{"entry":60}','6478fb8ed57f3928477f2ac4180f89a4','6558c22d604e0e16d995bd5f2a0d3a2d46687a33f3c9b58d78fb17db8a562843','94c50f4af5ec251c74d8e62e48c95480686ec545c1b92059b1ccaf4e16c7ebca');
CREATE TABLE journal_image (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id BIGINT NOT NULL, 
	record VARCHAR NOT NULL, 
	record_id BIGINT NOT NULL, 
	client_id BIGINT, 
	"before" TEXT, 
	"after" TEXT, 
	salt VARCHAR(32) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_journal_image_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id) DEFERRABLE
);
INSERT INTO "journal_image" VALUES(1,1,'client',1,1,NULL,'{"created_at":"2026-10-15T10:00:00+00:00","created_on":"2026-10-15","do_not_call":false,"email":null,"id":1,"inn":"7700000016","kind":"company","kpp":null,"manager":"Анна","name":"Ромашка","name_key":"ромашка","phone":"+79161110001","rev":1,"source":"сайт","state":"assigned"}','ecad5213fc38397375e426d7f11cf660','c4dd41aa0243dae45056b734cfa59daa2b13b6d9d54cc1d8b1e2f099e10596dd');
INSERT INTO "journal_image" VALUES(2,1,'note',1,1,NULL,'{"author":"manager","client_id":1,"created_at":"2026-10-15T10:00:00+00:00","id":1,"rev":1,"text":"Парковка на 40 мест"}','ed287f680a3e61d2319551bcac7f6c46','28f1e6e0445b88e095d42b4aa31a9b338914e3f891ea0001ea9bd23bf9cd9407');
INSERT INTO "journal_image" VALUES(3,2,'contact',1,1,NULL,'{"client_id":1,"created_at":"2026-10-15T10:00:00+00:00","email":"buh1@example.ru","id":1,"name":"Мария 1","name_key":"мария 1","phone":"+79162220001","primary":true,"rev":1,"role":"бухгалтер","wrong":false}','6abcc11d240771c2ae9ff161cc60b81b','89c838bdd3404d259dc0133a12a6eff27550a87fce4d397cd8ce1e1e3e06389a');
INSERT INTO "journal_image" VALUES(4,3,'note',2,1,NULL,'{"author":"manager","client_id":1,"created_at":"2026-10-15T10:00:00+00:00","id":2,"rev":1,"text":"Звонить после 14"}','477689de4325a35acb72876faeb805bf','7c5702ad4bb4b7f8f87e841109037c2f409424a0e844b2f7d666a0c08b74bb56');
INSERT INTO "journal_image" VALUES(5,4,'talk',1,1,NULL,'{"at":"2026-10-15T10:00:00+00:00","author":"manager","channel":"mail","client_id":1,"contact_id":null,"id":1,"on":"2026-10-15","rev":1,"text":"Просили прайс"}','f5808b8f82841b378b3fc1af45b2fa59','6833a3d77403a8f3f1058a140e75695cf71c0eb20a12746d36a90890e43fb485');
INSERT INTO "journal_image" VALUES(6,5,'contract',1,1,NULL,'{"client_id":1,"file":"dogovor.pdf","id":1,"number":"Д-1","rev":1,"signed_on":"2026-10-01"}','268954b8a8e151b7d1b520389e838f5c','283ca30e1c3b597539dda49d1177fc9718ce22c2158a95274f629ca1306142b1');
INSERT INTO "journal_image" VALUES(7,6,'client',2,2,NULL,'{"created_at":"2026-10-15T10:00:00+00:00","created_on":"2026-10-15","do_not_call":false,"email":null,"id":2,"inn":"7700000023","kind":"company","kpp":null,"manager":"Анна","name":"Берёзка","name_key":"березка","phone":"+79161110002","rev":1,"source":"сайт","state":"assigned"}','f2d5e240913043cc81a1191be5e793ce','315622a343e9b7711d060a208986233b7d62252fb360bf7d91eeb2fcdec7654f');
INSERT INTO "journal_image" VALUES(8,6,'note',3,2,NULL,'{"author":"manager","client_id":2,"created_at":"2026-10-15T10:00:00+00:00","id":3,"rev":1,"text":"Парковка на 40 мест"}','80d4ab09133f8b33db8adf47226dd483','154eedd90c0031d6466ec1bcf2e40a139f6a45d193c8c1d2e606c495ad51392a');
INSERT INTO "journal_image" VALUES(9,7,'contact',2,2,NULL,'{"client_id":2,"created_at":"2026-10-15T10:00:00+00:00","email":"buh2@example.ru","id":2,"name":"Мария 2","name_key":"мария 2","phone":"+79162220002","primary":true,"rev":1,"role":"бухгалтер","wrong":false}','d731ff4d197eaea27c2c2fa48a54a76d','115d4d7d942bd08022d6304a73695ffcd0c1b5037739dc569d173bbaa8785caf');
INSERT INTO "journal_image" VALUES(10,8,'note',4,2,NULL,'{"author":"manager","client_id":2,"created_at":"2026-10-15T10:00:00+00:00","id":4,"rev":1,"text":"Звонить после 14"}','4c49e775011102cca65d669562436f27','9b8db28701edeb6e06a49b2ded4c9b474fde5f10dea026307e9d807f6dd1b5bb');
INSERT INTO "journal_image" VALUES(11,9,'talk',2,2,NULL,'{"at":"2026-10-15T10:00:00+00:00","author":"manager","channel":"mail","client_id":2,"contact_id":null,"id":2,"on":"2026-10-15","rev":1,"text":"Просили прайс"}','544a410e976fbe331f62d45c496bf059','6d9905d362bfd14d65ad2b445a47768da89fad7a48539e2b42732dc2442c335e');
INSERT INTO "journal_image" VALUES(12,10,'contract',2,2,NULL,'{"client_id":2,"file":"dogovor.pdf","id":2,"number":"Д-2","rev":1,"signed_on":"2026-10-01"}','5fafdb5c2fa2d0e8d6be1b1752810b27','ee1fea0630f70d7d440d5131b41fa79245a7ec8633b36d4f145dbc47a06c913d');
INSERT INTO "journal_image" VALUES(13,11,'client',3,3,NULL,'{"created_at":"2026-10-15T10:00:00+00:00","created_on":"2026-10-15","do_not_call":false,"email":null,"id":3,"inn":"7700000030","kind":"company","kpp":null,"manager":"Анна","name":"Весна","name_key":"весна","phone":"+79161110003","rev":1,"source":"сайт","state":"assigned"}','0b504b7b2a41ba4b5979f6c25ee45f6a','34c1173a92e6ae93130c69ce213542e902a0d81911365942bb724ce4af085a33');
INSERT INTO "journal_image" VALUES(14,11,'note',5,3,NULL,'{"author":"manager","client_id":3,"created_at":"2026-10-15T10:00:00+00:00","id":5,"rev":1,"text":"Парковка на 40 мест"}','be817aa39a92b4eec155053387239df2','3dbf3973a57b27334c33632dd5a4fa16feb48b01edfecace815fef00c9823770');
INSERT INTO "journal_image" VALUES(15,12,'contact',3,3,NULL,'{"client_id":3,"created_at":"2026-10-15T10:00:00+00:00","email":"buh3@example.ru","id":3,"name":"Мария 3","name_key":"мария 3","phone":"+79162220003","primary":true,"rev":1,"role":"бухгалтер","wrong":false}','dd15563c3d542cf64892024878eaa2e2','f7ff78f300c2d4317cbd22be6d2d4f76f4aa1923b142d515b3a5d0b29d998771');
INSERT INTO "journal_image" VALUES(16,13,'note',6,3,NULL,'{"author":"manager","client_id":3,"created_at":"2026-10-15T10:00:00+00:00","id":6,"rev":1,"text":"Звонить после 14"}','4224d2828cc307d12bcc4d1416787fd5','098d5439d166fcdff2b11f2d90028f069b3bc2ac33331e45c5b417342244aa98');
INSERT INTO "journal_image" VALUES(17,14,'talk',3,3,NULL,'{"at":"2026-10-15T10:00:00+00:00","author":"manager","channel":"mail","client_id":3,"contact_id":null,"id":3,"on":"2026-10-15","rev":1,"text":"Просили прайс"}','46aaec269422300a76ae0bfb4539bad2','3c37a68baaedfedd3a09aa3fb6cee571f753db9216fef04a1594e2cec2a70913');
INSERT INTO "journal_image" VALUES(18,15,'contract',3,3,NULL,'{"client_id":3,"file":"dogovor.pdf","id":3,"number":"Д-3","rev":1,"signed_on":"2026-10-01"}','9269de8ae2a464a3c422635fe945f39e','d37907d742a0585f666c9e3783f0021c591900171f880d0d5bbadacc4a55029c');
INSERT INTO "journal_image" VALUES(19,16,'client',4,4,NULL,'{"created_at":"2026-10-15T10:00:00+00:00","created_on":"2026-10-15","do_not_call":false,"email":null,"id":4,"inn":"7700000048","kind":"company","kpp":null,"manager":"Анна","name":"Тихий двор","name_key":"тихий двор","phone":"+79161110004","rev":1,"source":"сайт","state":"assigned"}','a1eb0081dd32ab7a2bef98b2715fa343','b69fb85cfe6c66d71473d175721f8a560e442f559b7a959a4daa67218d29dc83');
INSERT INTO "journal_image" VALUES(20,16,'note',7,4,NULL,'{"author":"manager","client_id":4,"created_at":"2026-10-15T10:00:00+00:00","id":7,"rev":1,"text":"Парковка на 40 мест"}','91e56cd6aee16752ffcd32c29854ec60','bbdb1160012889abf39899f2bc977ff907a31f3b792c0da213441d417e4051eb');
INSERT INTO "journal_image" VALUES(21,17,'contact',4,4,NULL,'{"client_id":4,"created_at":"2026-10-15T10:00:00+00:00","email":"buh4@example.ru","id":4,"name":"Мария 4","name_key":"мария 4","phone":"+79162220004","primary":true,"rev":1,"role":"бухгалтер","wrong":false}','ec54b70daca82dc6368884caed1aa86c','2b087cfc1ef3b877e127de0dd4179ebb7e572c15754e066d43d819bb5f181716');
INSERT INTO "journal_image" VALUES(22,18,'note',8,4,NULL,'{"author":"manager","client_id":4,"created_at":"2026-10-15T10:00:00+00:00","id":8,"rev":1,"text":"Звонить после 14"}','27e37117d6899160b448ac463ccb2123','a0170bbe2c756423db17a1231823e58ce0dcbe2a36cb7cbabe77494fe543f7b1');
INSERT INTO "journal_image" VALUES(23,19,'talk',4,4,NULL,'{"at":"2026-10-15T10:00:00+00:00","author":"manager","channel":"mail","client_id":4,"contact_id":null,"id":4,"on":"2026-10-15","rev":1,"text":"Просили прайс"}','259193ca199618b784a5ba13f9cd2e9f','fd1921ea79e1439ad45b12efc15f1bf5c8e71e73e0d3f604f07aeade105f0d72');
INSERT INTO "journal_image" VALUES(24,20,'contract',4,4,NULL,'{"client_id":4,"file":"dogovor.pdf","id":4,"number":"Д-4","rev":1,"signed_on":"2026-10-01"}','dcaea488c6a963d24954d28bdad13ad5','8baa47aedae00fbe1407ee924adc9e475c51ec88e6f05cf114bd7cc09a1d90fa');
INSERT INTO "journal_image" VALUES(25,21,'colleague',1,NULL,NULL,'{"dept":"law","email":null,"id":1,"name":"Юля","name_key":"юля","phone":"+79160000009","rev":1}','09b51d5af1706694b95a9de4d58d8202','ee31d3b43fe8cd91636619bf7f42a32640fe872ff7c4650570480dbefcff0068');
INSERT INTO "journal_image" VALUES(26,22,'own_account',1,NULL,NULL,'{"account":"40702810000000000001","bank":"Банк","bik":null,"id":1,"inn":null,"org":"Наша фирма","rev":1}','b3e1c7f7492258425b47a6c632a0b9c4','506966df3a33593b280c60b61ca60000766a15a92fc1d0adb7accdf4faa67a3e');
INSERT INTO "journal_image" VALUES(27,23,'subscription',1,1,NULL,'{"amount":1000000,"channel":null,"client_id":1,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":1,"next_unbilled":"2026-10","remind_from":20,"rev":1,"run_from":"2026-10","state":"active","to_period":null}','0d526384089c931221edcc354c8c3c88','66a72760d4417df0254250dd41a58f5531f35555c0ff2a1c743b9e13a4fc64ab');
INSERT INTO "journal_image" VALUES(28,24,'subscription',2,2,NULL,'{"amount":2000000,"channel":null,"client_id":2,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":2,"next_unbilled":"2026-10","remind_from":20,"rev":1,"run_from":"2026-10","state":"active","to_period":null}','2fba25f0c6207488674e5c992951184f','01acbf2f238c5589f6dd5ad337ed07e07007d1d1a8f809204e661da120dcfa53');
INSERT INTO "journal_image" VALUES(29,25,'subscription',3,3,NULL,'{"amount":3000000,"channel":null,"client_id":3,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":3,"next_unbilled":"2026-10","remind_from":20,"rev":1,"run_from":"2026-10","state":"active","to_period":null}','9831ff3fa3245b6b88a55f4d815a8986','233b9aa170f6ec6ddeb5f51ec7e83ca6cb1987196a995bd91397699a16b47fe8');
INSERT INTO "journal_image" VALUES(30,26,'invoice',1,2,NULL,'{"ask_from":null,"call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','b15e744a47b1b9ac3882b44d83335d2c','d2fe41c0eee102752e0b7d7cc8f5660dd62813157cb521c80aec00fc159990c5');
INSERT INTO "journal_image" VALUES(31,26,'invoice',2,3,NULL,'{"ask_from":null,"call_from":"2026-10-20","client_id":3,"due_on":"2026-10-31","fix_sum":null,"id":2,"issued_on":"2026-10-15","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','37e12961ac3952f67babd566697402be','b801fe5c6122cf116d728d710d27dbc7bc4436e9ab9e731a22f77320ebf8d09e');
INSERT INTO "journal_image" VALUES(32,26,'invoice',3,1,NULL,'{"ask_from":null,"call_from":"2026-10-20","client_id":1,"due_on":"2026-10-31","fix_sum":null,"id":3,"issued_on":"2026-10-15","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','d7028e37eb2732a334e4c6a6dc59ce4b','2ef032fd049c667d8bc92037dcc2e89dc63129bb227d162121be273b71c72411');
INSERT INTO "journal_image" VALUES(33,26,'subscription',2,2,'{"amount":2000000,"channel":null,"client_id":2,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":2,"next_unbilled":"2026-10","remind_from":20,"rev":1,"run_from":"2026-10","state":"active","to_period":null}','{"amount":2000000,"channel":null,"client_id":2,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":2,"next_unbilled":"2026-11","remind_from":20,"rev":2,"run_from":"2026-10","state":"active","to_period":null}','77f92bccefda4711035694ed70def2f6','0903350fe790a441aaf0a81b2585431b48acfcbac0a09c83148f3a39404bef2b');
INSERT INTO "journal_image" VALUES(34,26,'subscription',1,1,'{"amount":1000000,"channel":null,"client_id":1,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":1,"next_unbilled":"2026-10","remind_from":20,"rev":1,"run_from":"2026-10","state":"active","to_period":null}','{"amount":1000000,"channel":null,"client_id":1,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":1,"next_unbilled":"2026-11","remind_from":20,"rev":2,"run_from":"2026-10","state":"active","to_period":null}','89cb31ae090a92f67d29d194fab5c93d','971c4fd83a568bfe0536071d553bac02283a57cefedb9ac5a542547e1dffac6d');
INSERT INTO "journal_image" VALUES(35,26,'subscription',3,3,'{"amount":3000000,"channel":null,"client_id":3,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":3,"next_unbilled":"2026-10","remind_from":20,"rev":1,"run_from":"2026-10","state":"active","to_period":null}','{"amount":3000000,"channel":null,"client_id":3,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":3,"next_unbilled":"2026-11","remind_from":20,"rev":2,"run_from":"2026-10","state":"active","to_period":null}','c74d0d863095cb2dbac3ea0dee95fd2c','3860a550b2af7c2d6d06801623065e761accff86c53a240f730c2be9b83c77aa');
INSERT INTO "journal_image" VALUES(36,26,'billing_run',1,NULL,NULL,'{"closed_at":null,"id":1,"invoices":3,"period":"2026-10","rev":2,"run_on":"2026-10-15","state":"issued","total":6000000}','acd91dbd12d8c4cc314dfbe8050e9ffa','f405337da10d9017ba26688715425442f1eedb37a648faf2d072c98b43b6050d');
INSERT INTO "journal_image" VALUES(37,27,'invoice',1,2,'{"ask_from":null,"call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','{"ask_from":null,"call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":"10/2","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','0e8677677f105c30a545fab2ee4ebb48','12dcbd9b24edd6fda948b733dba07e44bb0a948f10426c9c94e92fa41c8bd0da');
INSERT INTO "journal_image" VALUES(38,28,'invoice_send',1,2,NULL,'{"channel":"mail","client_id":2,"id":1,"invoice_id":1,"kind":"first","prepared_on":"2026-10-15","rev":1,"sent_at":"2026-10-15T11:00:00+00:00","settled_at":null,"state":"sent","to":"buh2@example.ru"}','16cb719d6506d0e28533dbf5f2b75f3a','808514d46402f395628ccb04c74e99cf12640d105ad8007889d065f82f7fd895');
INSERT INTO "journal_image" VALUES(39,28,'invoice',1,2,'{"ask_from":null,"call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":"10/2","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','{"ask_from":"2026-10-16","call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":"10/2","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-10-15T18:00:00+00:00","state":"sent","subscription_id":2,"sum":2000000,"year":2026}','f82e238a53dc183e4f66eeed1839a60c','fa202ef76d6b76c3662b1b5aa4840547dee1d1a7105e71e057feaa825d6b9032');
INSERT INTO "journal_image" VALUES(40,29,'invoice',2,3,'{"ask_from":null,"call_from":"2026-10-20","client_id":3,"due_on":"2026-10-31","fix_sum":null,"id":2,"issued_on":"2026-10-15","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','{"ask_from":null,"call_from":"2026-10-20","client_id":3,"due_on":"2026-10-31","fix_sum":null,"id":2,"issued_on":"2026-10-15","kind":"subscription","number":"10/3","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','0c4d86ea317b097c645cc44be0e91149','4448bde54f33d0c14c8de1dc8233edaa7163513ab3133e7eb84f1a812d09bbf0');
INSERT INTO "journal_image" VALUES(41,30,'invoice_send',2,3,NULL,'{"channel":"mail","client_id":3,"id":2,"invoice_id":2,"kind":"first","prepared_on":"2026-10-15","rev":1,"sent_at":"2026-10-15T11:00:00+00:00","settled_at":null,"state":"sent","to":"buh3@example.ru"}','ee562451cd9a92e4bb5ceab1afdc5097','955ebcf1a06175c948aff728df8ca992e0367130ceac4936dfb14b0fb27d7bd5');
INSERT INTO "journal_image" VALUES(42,30,'invoice',2,3,'{"ask_from":null,"call_from":"2026-10-20","client_id":3,"due_on":"2026-10-31","fix_sum":null,"id":2,"issued_on":"2026-10-15","kind":"subscription","number":"10/3","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','{"ask_from":"2026-10-16","call_from":"2026-10-20","client_id":3,"due_on":"2026-10-31","fix_sum":null,"id":2,"issued_on":"2026-10-15","kind":"subscription","number":"10/3","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-10-15T18:00:00+00:00","state":"sent","subscription_id":3,"sum":3000000,"year":2026}','e1037dfd8379161933fc96c6f95d3efa','97c1a666f6150428bc4cd5a265149058f4fbc5ac3af367669a1943cab3dec158');
INSERT INTO "journal_image" VALUES(43,31,'invoice',3,1,'{"ask_from":null,"call_from":"2026-10-20","client_id":1,"due_on":"2026-10-31","fix_sum":null,"id":3,"issued_on":"2026-10-15","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','{"ask_from":null,"call_from":"2026-10-20","client_id":1,"due_on":"2026-10-31","fix_sum":null,"id":3,"issued_on":"2026-10-15","kind":"subscription","number":"10/1","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','3dd005f5556ef74439644c602659b0d0','6f7838e229eab5263e102f7b43c6cf708cf054c12198d6b11721741ad849c49c');
INSERT INTO "journal_image" VALUES(44,32,'invoice_send',3,1,NULL,'{"channel":"mail","client_id":1,"id":3,"invoice_id":3,"kind":"first","prepared_on":"2026-10-15","rev":1,"sent_at":"2026-10-15T11:00:00+00:00","settled_at":null,"state":"sent","to":"buh1@example.ru"}','ce5d8a602ad6da12591e7af8831aac03','31c64844bfe8dcec678d716eee28a11fcbbcf81d4d6d849a15e12b7bcfc5ebbb');
INSERT INTO "journal_image" VALUES(45,32,'invoice',3,1,'{"ask_from":null,"call_from":"2026-10-20","client_id":1,"due_on":"2026-10-31","fix_sum":null,"id":3,"issued_on":"2026-10-15","kind":"subscription","number":"10/1","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-10-15T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','{"ask_from":"2026-10-16","call_from":"2026-10-20","client_id":1,"due_on":"2026-10-31","fix_sum":null,"id":3,"issued_on":"2026-10-15","kind":"subscription","number":"10/1","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-10-15T18:00:00+00:00","state":"sent","subscription_id":1,"sum":1000000,"year":2026}','f9a28b3f925c0a6734d976b17c81c10e','e4ea60f99cef9526cb23efc68d6c3921869c2a3707b9fb4723d8ec178cae9baf');
INSERT INTO "journal_image" VALUES(46,32,'billing_run',1,NULL,'{"closed_at":null,"id":1,"invoices":3,"period":"2026-10","rev":2,"run_on":"2026-10-15","state":"issued","total":6000000}','{"closed_at":null,"id":1,"invoices":3,"period":"2026-10","rev":3,"run_on":"2026-10-15","state":"sent","total":6000000}','b3df496379c58a787d50e65c25b1957e','2bf746820763795940998e5da6c1f0ab71293fb57d8cdfafe4327dea0680d827');
INSERT INTO "journal_image" VALUES(47,33,'invoice',4,2,NULL,'{"ask_from":null,"call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','774712ef9e19775bb9715282a9c5643f','966fee65797508ecf4cb95caed30d351d97deed210e54d536c665dd31e50284e');
INSERT INTO "journal_image" VALUES(48,33,'invoice',5,3,NULL,'{"ask_from":null,"call_from":"2026-11-20","client_id":3,"due_on":"2026-11-30","fix_sum":null,"id":5,"issued_on":"2026-11-16","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','63ae38e9ae3500ca696f1fcd54d225ce','17b96e6f80cf838e12012c33fa88671df2614c6b268be5a717aa2c7fffcb5595');
INSERT INTO "journal_image" VALUES(49,33,'invoice',6,1,NULL,'{"ask_from":null,"call_from":"2026-11-20","client_id":1,"due_on":"2026-11-30","fix_sum":null,"id":6,"issued_on":"2026-11-16","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','421a1e68609f18d066f82af7f0f1ba9b','8466573696d0c2650299429c336717357af29990cb39d6ef2a9c8052faa524ed');
INSERT INTO "journal_image" VALUES(50,33,'subscription',1,1,'{"amount":1000000,"channel":null,"client_id":1,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":1,"next_unbilled":"2026-11","remind_from":20,"rev":2,"run_from":"2026-10","state":"active","to_period":null}','{"amount":1000000,"channel":null,"client_id":1,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":1,"next_unbilled":"2026-12","remind_from":20,"rev":3,"run_from":"2026-10","state":"active","to_period":null}','129a8aa3fb6314b36a72e5c92c9fa9cc','0d7b7ecbd1bb164deb1955ad7293e709af5832268cf17c20c8778a3010bb306c');
INSERT INTO "journal_image" VALUES(51,33,'subscription',2,2,'{"amount":2000000,"channel":null,"client_id":2,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":2,"next_unbilled":"2026-11","remind_from":20,"rev":2,"run_from":"2026-10","state":"active","to_period":null}','{"amount":2000000,"channel":null,"client_id":2,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":2,"next_unbilled":"2026-12","remind_from":20,"rev":3,"run_from":"2026-10","state":"active","to_period":null}','3e16ebf4fd328ea823f2305d5ae4474b','383f8e232542b01216f1fda3e09cda5e97e5b175d6a6ead3e688d5e659e8e960');
INSERT INTO "journal_image" VALUES(52,33,'subscription',3,3,'{"amount":3000000,"channel":null,"client_id":3,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":3,"next_unbilled":"2026-11","remind_from":20,"rev":2,"run_from":"2026-10","state":"active","to_period":null}','{"amount":3000000,"channel":null,"client_id":3,"created_on":"2026-10-15","due_day":null,"email":null,"end_reason":null,"from_period":"2026-10","id":3,"next_unbilled":"2026-12","remind_from":20,"rev":3,"run_from":"2026-10","state":"active","to_period":null}','557d69384d55d57b01e3fa5e6954f71f','85bf2110264ad89ee581e91060629f09527f5a46ef71fe2cce2fb4be732bd8da');
INSERT INTO "journal_image" VALUES(53,33,'billing_run',2,NULL,NULL,'{"closed_at":null,"id":2,"invoices":3,"period":"2026-11","rev":2,"run_on":"2026-11-16","state":"issued","total":6000000}','7070a8b928d84a5e8f2e1dc57cea6772','1146fc10e636106592bb0d23e1483661936bf76d58f419d8d75c36d61da1ef3a');
INSERT INTO "journal_image" VALUES(54,34,'invoice',4,2,'{"ask_from":null,"call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','{"ask_from":null,"call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":"11/2","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','df5bbfeb2222d4515f59df104e13a092','db84c6efe76d3e5d79855fdbbc5917061bc2e982f0a9c6b086db3e6ae5ce39da');
INSERT INTO "journal_image" VALUES(55,35,'invoice_send',4,2,NULL,'{"channel":"mail","client_id":2,"id":4,"invoice_id":4,"kind":"first","prepared_on":"2026-11-16","rev":1,"sent_at":"2026-11-16T11:00:00+00:00","settled_at":null,"state":"sent","to":"buh2@example.ru"}','4ebb07bbf0f5323f70914e10417bbf74','a2f30197ffc347d326b04d07ca5ac48d12803ca72b634704f4c7fd3b67d01344');
INSERT INTO "journal_image" VALUES(56,35,'invoice',4,2,'{"ask_from":null,"call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":"11/2","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":2,"sum":2000000,"year":2026}','{"ask_from":"2026-11-17","call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":"11/2","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-11-16T18:00:00+00:00","state":"sent","subscription_id":2,"sum":2000000,"year":2026}','0d9e06e51342849745cb2693e87cc7bc','6e8d0fae5c74392bc7463b6dfd010245012a91012f6f255a80dc063e9dfadca1');
INSERT INTO "journal_image" VALUES(57,36,'invoice',5,3,'{"ask_from":null,"call_from":"2026-11-20","client_id":3,"due_on":"2026-11-30","fix_sum":null,"id":5,"issued_on":"2026-11-16","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','{"ask_from":null,"call_from":"2026-11-20","client_id":3,"due_on":"2026-11-30","fix_sum":null,"id":5,"issued_on":"2026-11-16","kind":"subscription","number":"11/3","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','43aa56f6ef9b959756a88bb5f62c3943','1e0a04ac777b9182485a4e2e8a54d5d7b3ee655dd0077730f63ac47038c113f7');
INSERT INTO "journal_image" VALUES(58,37,'invoice_send',5,3,NULL,'{"channel":"mail","client_id":3,"id":5,"invoice_id":5,"kind":"first","prepared_on":"2026-11-16","rev":1,"sent_at":"2026-11-16T11:00:00+00:00","settled_at":null,"state":"sent","to":"buh3@example.ru"}','79649336d55df8f916b0ea9af7a11a20','eb930ce847dea8ff6a63e1ea53110039af03beafbfa408bbcf6ca7dff0704064');
INSERT INTO "journal_image" VALUES(59,37,'invoice',5,3,'{"ask_from":null,"call_from":"2026-11-20","client_id":3,"due_on":"2026-11-30","fix_sum":null,"id":5,"issued_on":"2026-11-16","kind":"subscription","number":"11/3","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":3,"sum":3000000,"year":2026}','{"ask_from":"2026-11-17","call_from":"2026-11-20","client_id":3,"due_on":"2026-11-30","fix_sum":null,"id":5,"issued_on":"2026-11-16","kind":"subscription","number":"11/3","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-11-16T18:00:00+00:00","state":"sent","subscription_id":3,"sum":3000000,"year":2026}','54f02f5a96dac01ee8c0eaac82702a4e','c6075af230bc94dabcb672f03838a49aa877574fbe9e12f858d97b77a3760626');
INSERT INTO "journal_image" VALUES(60,38,'invoice',6,1,'{"ask_from":null,"call_from":"2026-11-20","client_id":1,"due_on":"2026-11-30","fix_sum":null,"id":6,"issued_on":"2026-11-16","kind":"subscription","number":null,"open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','{"ask_from":null,"call_from":"2026-11-20","client_id":1,"due_on":"2026-11-30","fix_sum":null,"id":6,"issued_on":"2026-11-16","kind":"subscription","number":"11/1","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','5cc0db9888c5b5f4f7454262121c42d9','c26de1e20e8b6c1f9e20324fd6a27bbb1acdf926ebd5fc339c6d4da288063592');
INSERT INTO "journal_image" VALUES(61,39,'invoice_send',6,1,NULL,'{"channel":"mail","client_id":1,"id":6,"invoice_id":6,"kind":"first","prepared_on":"2026-11-16","rev":1,"sent_at":"2026-11-16T11:00:00+00:00","settled_at":null,"state":"sent","to":"buh1@example.ru"}','0bc7a2e6b14818152e55d3b4eaa491f5','9d2b012f755881e20dfb10c7cbb58c2a6b449ce9731a6db773dbdcb57b045bc5');
INSERT INTO "journal_image" VALUES(62,39,'invoice',6,1,'{"ask_from":null,"call_from":"2026-11-20","client_id":1,"due_on":"2026-11-30","fix_sum":null,"id":6,"issued_on":"2026-11-16","kind":"subscription","number":"11/1","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":2,"send_by":"2026-11-16T18:00:00+00:00","state":"issued","subscription_id":1,"sum":1000000,"year":2026}','{"ask_from":"2026-11-17","call_from":"2026-11-20","client_id":1,"due_on":"2026-11-30","fix_sum":null,"id":6,"issued_on":"2026-11-16","kind":"subscription","number":"11/1","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-11-16T18:00:00+00:00","state":"sent","subscription_id":1,"sum":1000000,"year":2026}','712c478d8d6c084257e3b8deb5b90502','75136aef0cf5e9a66f70103c0810754bab5cee4b1e3004f365156155201df1bf');
INSERT INTO "journal_image" VALUES(63,39,'billing_run',2,NULL,'{"closed_at":null,"id":2,"invoices":3,"period":"2026-11","rev":2,"run_on":"2026-11-16","state":"issued","total":6000000}','{"closed_at":null,"id":2,"invoices":3,"period":"2026-11","rev":3,"run_on":"2026-11-16","state":"sent","total":6000000}','2f662cce64ddc3d146dbeda9c450c31b','d38500e80e5168a92b2f3afa06a1c116dd3070411f8d2531eb78d8cefc23f958');
INSERT INTO "journal_image" VALUES(64,40,'call_attempt',1,1,NULL,'{"at":"2026-11-19T12:00:00+00:00","author":"manager","callback_at":null,"callback_on":null,"check_on":null,"client_id":1,"contact_id":1,"debt":1000000,"id":1,"on":"2026-11-19","outcome":"promised","quiet_until":"2026-11-20T00:00:00+00:00","rev":1,"silent_days":0,"spoke":true,"text":"Обещал директор"}','e425b906188b856c203ec86444bf726d','fde7ff4093a524b376618afc8a58a8ed5f319d8e2dc2bd9243e54e13a468df73');
INSERT INTO "journal_image" VALUES(65,40,'promise',1,1,NULL,'{"awaited":true,"broken_from":"2026-11-23","call_id":1,"client_id":1,"id":1,"last_payment":0,"made_at":"2026-11-19T12:00:00+00:00","made_on":"2026-11-19","on":"2026-11-20","reason":null,"received":0,"received_late":0,"rev":1,"state":"open","sum":500000}','268c3248db641c851faaca8606dc10cb','ddbf6cb4b30bd933e7dbe5b5312c16221cb0ea196ecaa1864cad78c8ada4a9de');
INSERT INTO "journal_image" VALUES(66,41,'call_attempt',2,3,NULL,'{"at":"2026-11-19T12:00:00+00:00","author":"manager","callback_at":null,"callback_on":null,"check_on":null,"client_id":3,"contact_id":3,"debt":3000000,"id":2,"on":"2026-11-19","outcome":"disputes","quiet_until":"2026-11-20T00:00:00+00:00","rev":1,"silent_days":0,"spoke":true,"text":"Считает, что услуга не оказана"}','744f45279ce4c4fa608bc1f841927a4a','25dd56510b3400f596784fd302290965353b399342fea321891a7f4130bb840b');
INSERT INTO "journal_image" VALUES(67,41,'hold',1,3,NULL,'{"client_id":3,"created_on":"2026-11-19","expected_at":null,"id":1,"invoice_id":2,"next_at":null,"no_next_reason":null,"reason":"Считает, что услуга не оказана","rev":1,"state":"open","until":null,"waiting_for":null}','d77c9c01934f93d85792bdcea5053b92','d42b2c51eea904b35850821d0252a73094693ab6453575ec692db5a5f8a543d9');
INSERT INTO "journal_image" VALUES(68,42,'call_attempt',3,2,NULL,'{"at":"2026-11-19T12:00:00+00:00","author":"manager","callback_at":null,"callback_on":null,"check_on":null,"client_id":2,"contact_id":2,"debt":2000000,"id":3,"on":"2026-11-19","outcome":"no_answer","quiet_until":"2026-11-19T15:00:00+00:00","rev":3,"silent_days":1,"spoke":false,"text":""}','240fcc62cabe2717aa0620a33d3f4e27','72aa459d763ad0a3119e13eb5e089434b3760282e30a25e25be8fbd681ed931f');
INSERT INTO "journal_image" VALUES(69,43,'invoice',7,4,NULL,'{"ask_from":null,"call_from":"2026-11-23","client_id":4,"due_on":"2026-11-20","fix_sum":null,"id":7,"issued_on":"2026-11-10","kind":"one_off","number":"Р-7","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-10T18:00:00+00:00","state":"issued","subscription_id":null,"sum":700000,"year":2026}','04bd5c013d988688c09a9894d25fa403','bedb843ce1e45fc4f951a5c9e602f411567b2f711a653dde1b37eaba5846d5fc');
INSERT INTO "journal_image" VALUES(70,44,'invoice',8,4,NULL,'{"ask_from":null,"call_from":"2026-11-23","client_id":4,"due_on":"2026-11-20","fix_sum":null,"id":8,"issued_on":"2026-11-10","kind":"one_off","number":"Р-8","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-10T18:00:00+00:00","state":"issued","subscription_id":null,"sum":700000,"year":2026}','987042c6c1e431f981c0e105fa9969a4','ba1b66c416919611feb8855db1af53dab72de5869cc6d4964d26d9f8556d6072');
INSERT INTO "journal_image" VALUES(71,45,'invoice',8,4,'{"ask_from":null,"call_from":"2026-11-23","client_id":4,"due_on":"2026-11-20","fix_sum":null,"id":8,"issued_on":"2026-11-10","kind":"one_off","number":"Р-8","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":1,"send_by":"2026-11-10T18:00:00+00:00","state":"issued","subscription_id":null,"sum":700000,"year":2026}','{"ask_from":null,"call_from":"2026-11-23","client_id":4,"due_on":"2026-11-20","fix_sum":null,"id":8,"issued_on":"2026-11-10","kind":"one_off","number":"Р-8","open":false,"paid":0,"period":"2026-11","reason":"Выставлен дважды","replaces_id":null,"rev":3,"send_by":"2026-11-10T18:00:00+00:00","state":"cancelled","subscription_id":null,"sum":700000,"year":2026}','ae3fcc470d5701171bf0b3c30d0d9844','c0f58de61365927c36ad69eb0491cb2ef59715779fe8b6b567c3d520f29e170b');
INSERT INTO "journal_image" VALUES(72,46,'payment',1,2,NULL,'{"allocated":4000000,"bank_line_id":null,"client_id":2,"created_at":"2026-11-24T10:00:00+00:00","id":1,"number":"п/п 5","paid_on":"2026-11-23","purpose":"Предоплата","rev":2,"sum":9000000}','16a4f83c48c0dbd640146621dafdb8de','83394350bf95874195d84a0ae906d22fd429e319ee2508297ca2f9e244dd91b5');
INSERT INTO "journal_image" VALUES(73,46,'allocation',1,2,NULL,'{"client_id":2,"created_at":"2026-11-24T10:00:00+00:00","id":1,"invoice_id":1,"payment_id":1,"rev":1,"sum":2000000}','ea2ddc0fd21bca9ecbeef5c6cb338e42','b931483346389c17d8e3e753c00e6770bbc963e0c2a46e051de2942f981f3134');
INSERT INTO "journal_image" VALUES(74,46,'allocation',2,2,NULL,'{"client_id":2,"created_at":"2026-11-24T10:00:00+00:00","id":2,"invoice_id":4,"payment_id":1,"rev":1,"sum":2000000}','2fff6b3ccd54319e96ade8c6a873173f','e947bd2df9e95a099a0edf7a9869eca3cdc225128b221336c1c94e21a4496b8a');
INSERT INTO "journal_image" VALUES(75,46,'invoice',4,2,'{"ask_from":"2026-11-17","call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":"11/2","open":true,"paid":0,"period":"2026-11","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-11-16T18:00:00+00:00","state":"sent","subscription_id":2,"sum":2000000,"year":2026}','{"ask_from":null,"call_from":"2026-11-20","client_id":2,"due_on":"2026-11-30","fix_sum":null,"id":4,"issued_on":"2026-11-16","kind":"subscription","number":"11/2","open":false,"paid":2000000,"period":"2026-11","reason":null,"replaces_id":null,"rev":4,"send_by":"2026-11-16T18:00:00+00:00","state":"paid","subscription_id":2,"sum":2000000,"year":2026}','fbd0ecc6611b92b11e2c53368aca5175','c350a43f740938d59c7fe9ffe2c6fff289dd6ac966893bda6ca49ac1da464a2e');
INSERT INTO "journal_image" VALUES(76,46,'invoice',1,2,'{"ask_from":"2026-10-16","call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":"10/2","open":true,"paid":0,"period":"2026-10","reason":null,"replaces_id":null,"rev":3,"send_by":"2026-10-15T18:00:00+00:00","state":"sent","subscription_id":2,"sum":2000000,"year":2026}','{"ask_from":null,"call_from":"2026-10-20","client_id":2,"due_on":"2026-10-31","fix_sum":null,"id":1,"issued_on":"2026-10-15","kind":"subscription","number":"10/2","open":false,"paid":2000000,"period":"2026-10","reason":null,"replaces_id":null,"rev":4,"send_by":"2026-10-15T18:00:00+00:00","state":"paid","subscription_id":2,"sum":2000000,"year":2026}','c6d1b178e0a405fa343d459391e09081','da0b4774e9ee6449435ac68dbf066b9a530e7e4a5c17ad1e8314a2b2ca7491a7');
INSERT INTO "journal_image" VALUES(77,46,'client_credit',1,2,NULL,'{"client_id":2,"created_on":"2026-11-24","id":1,"payment_id":1,"rest":5000000,"rev":1,"sum":5000000}','e40adc2237bbd3df89405427155b8f0a','ccc8458a9bc0078c406992accbf0a6823ebb39896009ca6670b938ecaddcaa4a');
INSERT INTO "journal_image" VALUES(78,47,'bank_import',1,NULL,NULL,'{"at":"2026-11-24T10:00:00+00:00","covers_from":null,"covers_to":"2026-11-23","expense":0,"file":"kl_to_1c.txt","id":1,"income":1155500,"lines":3,"rev":1,"sha":""}','b4da51b7192d33792485c2a3fb1dd295','1279a3a48bc003b3782ec853b788d81711b503e1e3c795ded64bc4d3d700b569');
INSERT INTO "journal_image" VALUES(79,47,'bank_line',1,1,NULL,'{"account":"40702810000000000001","allocated":0,"client_id":1,"counterparty":"ООО «Плательщик»","counterparty_account":"","counterparty_key":"ооо «плательщик»","direction":"income","fingerprint":"f6cff984d6764b74812579198f806763fa9a8ba71cc03ac6e8792c0e23fa77d3","id":1,"import_id":1,"inn":"7700000016","invoice_id":null,"number":"17","on":"2026-11-23","open":true,"purpose":"Оплата по договору","reason":null,"rev":1,"score":50,"state":"suggested","sum":1000000,"terms":"ИНН +30; сумма +20; подходит несколько счетов"}','69ea1bf78ec47376b7ee64bc979590cf','1e18813265eebdd015147c21635f76a8d3c6e903312e1da4255ff6a9bc545acb');
INSERT INTO "journal_image" VALUES(80,47,'bank_line',2,NULL,NULL,'{"account":"40702810000000000001","allocated":0,"client_id":null,"counterparty":"ООО «Чужой»","counterparty_account":"","counterparty_key":"ооо «чужой»","direction":"income","fingerprint":"a1f1ff0a74fecea891708670a105b876dbab30b4e5590196fb38fc3869985405","id":2,"import_id":1,"inn":null,"invoice_id":null,"number":"18","on":"2026-11-23","open":true,"purpose":"Непонятный платёж","reason":null,"rev":1,"score":0,"state":"new","sum":77700,"terms":"совпадений нет"}','839b15e00ec3280f283c09a7e733fdc2','159ef5bbc4f5db77fa078f4e774ca2a8ef8fa72d4b638222435d24a75af49ebb');
INSERT INTO "journal_image" VALUES(81,47,'bank_line',3,NULL,NULL,'{"account":"40702810000000000001","allocated":0,"client_id":null,"counterparty":"ИП Возвратов","counterparty_account":"","counterparty_key":"ип возвратов","direction":"income","fingerprint":"ff311645a49941bdb7a8fcd7d6476a9b9d45b104b6922949a789d6f287a84678","id":3,"import_id":1,"inn":null,"invoice_id":null,"number":"19","on":"2026-11-23","open":true,"purpose":"Возврат","reason":null,"rev":1,"score":0,"state":"new","sum":77800,"terms":"возврат: это не оплата клиента"}','82e037c79acd8eca6d99a4f36a054fc7','456ba874d9324d738b8f64842d7862c47fb75241bc2776b803b86c01dbc027e1');
INSERT INTO "journal_image" VALUES(82,48,'bank_line',3,NULL,'{"account":"40702810000000000001","allocated":0,"client_id":null,"counterparty":"ИП Возвратов","counterparty_account":"","counterparty_key":"ип возвратов","direction":"income","fingerprint":"ff311645a49941bdb7a8fcd7d6476a9b9d45b104b6922949a789d6f287a84678","id":3,"import_id":1,"inn":null,"invoice_id":null,"number":"19","on":"2026-11-23","open":true,"purpose":"Возврат","reason":null,"rev":1,"score":0,"state":"new","sum":77800,"terms":"возврат: это не оплата клиента"}','{"account":"40702810000000000001","allocated":0,"client_id":null,"counterparty":"ИП Возвратов","counterparty_account":"","counterparty_key":"ип возвратов","direction":"income","fingerprint":"ff311645a49941bdb7a8fcd7d6476a9b9d45b104b6922949a789d6f287a84678","id":3,"import_id":1,"inn":null,"invoice_id":null,"number":"19","on":"2026-11-23","open":false,"purpose":"Возврат","reason":"Возврат поставщика","rev":2,"score":0,"state":"ignored","sum":77800,"terms":"возврат: это не оплата клиента"}','711137c7153850a72def22496a63dbd5','de1fedeee78cae1e87dbf393f005f62fde0ea9bcc82e6190ba2624619bc83581');
INSERT INTO "journal_image" VALUES(83,49,'task',1,2,NULL,'{"client_id":2,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":1,"no_next_reason":null,"on":"2026-11-24","repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Поздравить юриста","unit":null,"waiting_for":null}','bffb6c09cb21faa62564d2bb15b8fd22','da8a76fcf8eccd42c5bb94e6172c3867595b4c8ce97bb77464b3928ecabeca9a');
INSERT INTO "journal_image" VALUES(84,50,'task',2,2,NULL,'{"client_id":2,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":2,"no_next_reason":null,"on":"2026-11-24","repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Отложенное","unit":null,"waiting_for":null}','aad3852ea9b1f00b8df9ebd21372c870','0b4332e05f66822df522d827e4cdff82e10032460dc9e4dd7ab6d4efb2d0af1a');
INSERT INTO "journal_image" VALUES(85,51,'task',3,2,NULL,'{"client_id":2,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":3,"no_next_reason":null,"on":"2026-11-24","repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Закреплённое","unit":null,"waiting_for":null}','ae4299a7e6e993fedf779566a7a424e3','39355c767af60d626b2d52bd17f4e63833f1788bdbadf9b091febc2b6a128dac');
INSERT INTO "journal_image" VALUES(86,52,'task',4,2,NULL,'{"client_id":2,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":4,"no_next_reason":null,"on":"2026-11-24","repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Ненужное","unit":null,"waiting_for":null}','d370ff5819a364cb386934d3d4b57de4','466ec02a88fb466859d7f490bd0e8a68effbe52a9badaef340b6b8c667c94db1');
INSERT INTO "journal_image" VALUES(87,53,'task',5,4,NULL,'{"client_id":4,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":5,"no_next_reason":null,"on":null,"repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Ждём ответа","unit":null,"waiting_for":null}','241fa08cc80d2f7b2f62e06eb4c562f8','869906e8d575eeaf2c8a43ccc5312c7e2a21eb8082402114ff0bb6f15d882637');
INSERT INTO "journal_image" VALUES(88,54,'task',5,4,'{"client_id":4,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":5,"no_next_reason":null,"on":null,"repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Ждём ответа","unit":null,"waiting_for":null}','{"client_id":4,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":"2026-11-24","id":5,"no_next_reason":null,"on":null,"repeat":null,"rev":2,"series_day":null,"series_on":null,"state":"open","text":"Ждём ответа","unit":null,"waiting_for":"директора"}','5347b9508ec606e23e6384cbf92abab1','2d7b939c275021951f2e1fc216a70565ea44638527f4269f6d22e9ff6a680a9a');
INSERT INTO "journal_image" VALUES(89,55,'snooze',1,2,NULL,'{"client_id":2,"created_at":"2026-11-24T10:00:00+00:00","id":1,"key":"TASK:task:2:","reason":"ждём юристов","rev":1,"seen":null,"until":"2026-11-27T11:00:00+00:00","wake_on_event":false}','e2d8ddfc91a0bc8bd29d952e8df428e6','75ba66026439fa9aec4d494fafe30e35cd7108b58380165bc10d07f869ea01a1');
INSERT INTO "journal_image" VALUES(90,56,'pin',1,2,NULL,'{"client_id":2,"created_at":"2026-11-24T10:00:00+00:00","id":1,"key":"TASK:task:3:","rev":1}','9959358f7471551065ee6c63469d39f4','d231261463c9da438e3c41b8aabf61bb53c0d0293e92acb084d9a05910dfb624');
INSERT INTO "journal_image" VALUES(91,57,'mute',1,2,NULL,'{"client_id":2,"created_at":"2026-11-24T10:00:00+00:00","id":1,"key":"TASK:task:4","reason":"не наше","rev":1,"until":null}','427cf99034de8a5a49e874c02564d474','1e5ca8d86d609747d1742bd87797d4072963f571e80ddb8a5acaf4c258c3a5d8');
INSERT INTO "journal_image" VALUES(92,58,'outbox_message',1,NULL,NULL,'{"attempts":0,"client_id":null,"expected_at":null,"files":"","id":1,"link":null,"message_id":"<91b393d5-7e92-48c1-9cfe-b6fee733f893@cs-workbench>","next_at":null,"no_next_reason":null,"queued_at":"2026-11-24T10:00:00+00:00","reason":null,"rev":1,"sent_at":null,"state":"queued","subject":"Счёт","text":"Здравствуйте","to":"buh1@example.ru","waiting_for":null}','e6f00d2fa9f0d86b2a35fdd0fd03d1c8','45e7ad38f3a4ec33d772a760d8562beb2de7a817749b140f1b78b4872802200b');
INSERT INTO "journal_image" VALUES(93,59,'outbox_message',1,NULL,'{"attempts":0,"client_id":null,"expected_at":null,"files":"","id":1,"link":null,"message_id":"<91b393d5-7e92-48c1-9cfe-b6fee733f893@cs-workbench>","next_at":null,"no_next_reason":null,"queued_at":"2026-11-24T10:00:00+00:00","reason":null,"rev":1,"sent_at":null,"state":"queued","subject":"Счёт","text":"Здравствуйте","to":"buh1@example.ru","waiting_for":null}','{"attempts":0,"client_id":null,"expected_at":null,"files":"","id":1,"link":null,"message_id":"<91b393d5-7e92-48c1-9cfe-b6fee733f893@cs-workbench>","next_at":null,"no_next_reason":null,"queued_at":"2026-11-24T10:00:00+00:00","reason":"ящик переполнен","rev":2,"sent_at":null,"state":"failed","subject":"Счёт","text":"Здравствуйте","to":"buh1@example.ru","waiting_for":null}','58490b1b530875e0414e5a8203072320','75f8fde4f94f2f16e7e727a3d9ac3459fad4109ba36c423d65d2ee9e5e85303e');
INSERT INTO "journal_image" VALUES(94,60,'task',6,NULL,NULL,'{"client_id":null,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":6,"no_next_reason":null,"on":"2026-11-25","repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Лишнее","unit":null,"waiting_for":null}','3fe38dbd2ac061bd1fc8f1cf5cf40685','e186f80efe9b74ccb15591cb4c7bc7c8cdbef258f8be8f76690b4a63536f3b90');
INSERT INTO "journal_image" VALUES(95,61,'task',6,NULL,'{"client_id":null,"created_on":"2026-11-24","done_at":null,"every":null,"expected_at":null,"id":6,"no_next_reason":null,"on":"2026-11-25","repeat":null,"rev":1,"series_day":null,"series_on":null,"state":"open","text":"Лишнее","unit":null,"waiting_for":null}',NULL,'5960156cf974bcd748d257a0bbce1ae1','3645d67855a23f17d68b724d71429502da371dbcf539ca2d076f20aebe4fbd68');
CREATE TABLE ladder_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	level INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	"on" DATE NOT NULL, 
	debt_since DATE NOT NULL, 
	CONSTRAINT ck_ladder_step_kind CHECK (kind IN ('taken', 'raised')), 
	CONSTRAINT fk_ladder_step_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('standing_day','2026-11-24');
CREATE TABLE mute (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	client_id BIGINT, 
	until DATE, 
	reason VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_mute_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "mute" VALUES(1,1,'TASK:task:4',2,NULL,'не наше','2026-11-24 10:00:00.000000');
CREATE TABLE note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	text TEXT NOT NULL, 
	author VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_note_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "note" VALUES(1,1,1,'Парковка на 40 мест','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(2,1,1,'Звонить после 14','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(3,1,2,'Парковка на 40 мест','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(4,1,2,'Звонить после 14','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(5,1,3,'Парковка на 40 мест','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(6,1,3,'Звонить после 14','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(7,1,4,'Парковка на 40 мест','manager','2026-10-15 10:00:00.000000');
INSERT INTO "note" VALUES(8,1,4,'Звонить после 14','manager','2026-10-15 10:00:00.000000');
CREATE TABLE outbox_message (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT, 
	"to" VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	link VARCHAR, 
	files VARCHAR NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	message_id VARCHAR NOT NULL, 
	attempts INTEGER NOT NULL, 
	reason VARCHAR, 
	queued_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	next_at DATE, 
	waiting_for VARCHAR, 
	expected_at DATE, 
	no_next_reason VARCHAR, 
	CONSTRAINT ck_outbox_message_state CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')), 
	CONSTRAINT fk_outbox_message_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "outbox_message" VALUES(1,2,NULL,'buh1@example.ru','Счёт','Здравствуйте',NULL,'','failed','<91b393d5-7e92-48c1-9cfe-b6fee733f893@cs-workbench>',0,'ящик переполнен','2026-11-24 10:00:00.000000',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE own_account (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	account VARCHAR NOT NULL, 
	bik VARCHAR, 
	bank VARCHAR, 
	org VARCHAR, 
	inn VARCHAR
);
INSERT INTO "own_account" VALUES(1,1,'40702810000000000001',NULL,'Банк','Наша фирма',NULL);
CREATE TABLE payer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	inn VARCHAR NOT NULL, 
	name VARCHAR, 
	CONSTRAINT fk_payer_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE TABLE payment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	bank_line_id BIGINT, 
	number VARCHAR, 
	purpose VARCHAR, 
	sum BIGINT NOT NULL, 
	allocated BIGINT NOT NULL, 
	paid_on DATE NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT ck_payment_sum_positive CHECK (sum > 0), 
	CONSTRAINT ck_payment_allocated_within_sum CHECK (allocated >= 0 AND allocated <= sum), 
	CONSTRAINT fk_payment_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_payment_bank_line_id FOREIGN KEY(bank_line_id) REFERENCES bank_line (id)
);
INSERT INTO "payment" VALUES(1,2,2,NULL,'п/п 5','Предоплата',9000000,4000000,'2026-11-23','2026-11-24 10:00:00.000000');
CREATE TABLE pin (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	client_id BIGINT, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_pin_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "pin" VALUES(1,1,'TASK:task:3:',2,'2026-11-24 10:00:00.000000');
CREATE TABLE price_change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	subscription_id BIGINT NOT NULL, 
	client_id BIGINT NOT NULL, 
	from_period VARCHAR NOT NULL, 
	old BIGINT NOT NULL, 
	new BIGINT NOT NULL, 
	reason VARCHAR NOT NULL, 
	requested_on DATE NOT NULL, 
	CONSTRAINT ck_price_change_new_positive CHECK (new > 0), 
	CONSTRAINT fk_price_change_subscription_id FOREIGN KEY(subscription_id) REFERENCES subscription (id), 
	CONSTRAINT fk_price_change_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE TABLE promise (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	call_id BIGINT, 
	made_at DATETIME NOT NULL, 
	made_on DATE NOT NULL, 
	last_payment INTEGER NOT NULL, 
	"on" DATE NOT NULL, 
	broken_from DATE NOT NULL, 
	sum BIGINT NOT NULL, 
	received BIGINT NOT NULL, 
	received_late BIGINT NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	awaited BOOLEAN NOT NULL, 
	reason VARCHAR, 
	CONSTRAINT ck_promise_state CHECK (state IN ('open', 'kept', 'partly_kept', 'broken', 'superseded', 'cancelled')), 
	CONSTRAINT ck_promise_sum_positive CHECK (sum > 0), 
	CONSTRAINT fk_promise_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_promise_call_id FOREIGN KEY(call_id) REFERENCES call_attempt (id)
);
INSERT INTO "promise" VALUES(1,1,1,1,'2026-11-19 12:00:00.000000','2026-11-19',0,'2026-11-20','2026-11-23',500000,0,0,'open',1,NULL);
CREATE TABLE snooze (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	client_id BIGINT, 
	until DATETIME NOT NULL, 
	reason VARCHAR, 
	wake_on_event BOOLEAN NOT NULL, 
	seen VARCHAR, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT fk_snooze_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "snooze" VALUES(1,1,'TASK:task:2:',2,'2026-11-27 11:00:00.000000','ждём юристов',0,NULL,'2026-11-24 10:00:00.000000');
CREATE TABLE subscription (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	amount BIGINT NOT NULL, 
	from_period VARCHAR NOT NULL, 
	to_period VARCHAR, 
	run_from VARCHAR NOT NULL, 
	next_unbilled VARCHAR, 
	state VARCHAR(40) NOT NULL, 
	email VARCHAR, 
	channel VARCHAR(40), 
	remind_from INTEGER NOT NULL, 
	due_day INTEGER, 
	end_reason VARCHAR, 
	created_on DATE NOT NULL, 
	CONSTRAINT ck_subscription_state CHECK (state IN ('draft', 'pilot', 'active', 'paused', 'ended')), 
	CONSTRAINT ck_subscription_channel CHECK (channel IN ('mail', 'edo', 'messenger')), 
	CONSTRAINT ck_subscription_amount_positive CHECK (amount > 0), 
	CONSTRAINT fk_subscription_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "subscription" VALUES(1,3,1,1000000,'2026-10',NULL,'2026-10','2026-12','active',NULL,NULL,20,NULL,NULL,'2026-10-15');
INSERT INTO "subscription" VALUES(2,3,2,2000000,'2026-10',NULL,'2026-10','2026-12','active',NULL,NULL,20,NULL,NULL,'2026-10-15');
INSERT INTO "subscription" VALUES(3,3,3,3000000,'2026-10',NULL,'2026-10','2026-12','active',NULL,NULL,20,NULL,NULL,'2026-10-15');
CREATE TABLE subscription_pause (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	subscription_id BIGINT NOT NULL, 
	client_id BIGINT NOT NULL, 
	from_period VARCHAR NOT NULL, 
	to_period VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT fk_subscription_pause_subscription_id FOREIGN KEY(subscription_id) REFERENCES subscription (id), 
	CONSTRAINT fk_subscription_pause_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE TABLE talk (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT NOT NULL, 
	contact_id BIGINT, 
	channel VARCHAR(40) NOT NULL, 
	text TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	"on" DATE NOT NULL, 
	author VARCHAR NOT NULL, 
	CONSTRAINT ck_talk_channel CHECK (channel IN ('call', 'mail', 'chat', 'visit')), 
	CONSTRAINT fk_talk_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_talk_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
);
INSERT INTO "talk" VALUES(1,1,1,NULL,'mail','Просили прайс','2026-10-15 10:00:00.000000','2026-10-15','manager');
INSERT INTO "talk" VALUES(2,1,2,NULL,'mail','Просили прайс','2026-10-15 10:00:00.000000','2026-10-15','manager');
INSERT INTO "talk" VALUES(3,1,3,NULL,'mail','Просили прайс','2026-10-15 10:00:00.000000','2026-10-15','manager');
INSERT INTO "talk" VALUES(4,1,4,NULL,'mail','Просили прайс','2026-10-15 10:00:00.000000','2026-10-15','manager');
CREATE TABLE task (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rev INTEGER NOT NULL, 
	client_id BIGINT, 
	text TEXT NOT NULL, 
	"on" DATE, 
	state VARCHAR(40) NOT NULL, 
	repeat VARCHAR(40), 
	every INTEGER, 
	unit VARCHAR(40), 
	series_on DATE, 
	series_day INTEGER, 
	waiting_for VARCHAR, 
	expected_at DATE, 
	no_next_reason VARCHAR, 
	created_on DATE NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT ck_task_state CHECK (state IN ('open', 'done')), 
	CONSTRAINT ck_task_repeat CHECK (repeat IN ('fixed', 'after_completion')), 
	CONSTRAINT ck_task_unit CHECK (unit IN ('d', 'bd', 'w', 'm')), 
	CONSTRAINT fk_task_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "task" VALUES(1,1,2,'Поздравить юриста','2026-11-24','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-24',NULL);
INSERT INTO "task" VALUES(2,1,2,'Отложенное','2026-11-24','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-24',NULL);
INSERT INTO "task" VALUES(3,1,2,'Закреплённое','2026-11-24','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-24',NULL);
INSERT INTO "task" VALUES(4,1,2,'Ненужное','2026-11-24','open',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-24',NULL);
INSERT INTO "task" VALUES(5,2,4,'Ждём ответа',NULL,'open',NULL,NULL,NULL,NULL,NULL,'директора','2026-11-24',NULL,'2026-11-24',NULL);
CREATE UNIQUE INDEX uq_billing_run_period ON billing_run (period);
CREATE UNIQUE INDEX uq_own_account_account ON own_account (account);
CREATE INDEX ix_bank_import_covers_to ON bank_import (covers_to);
CREATE INDEX ix_journal_entry_target ON journal_entry (target);
CREATE INDEX ix_client_name_key ON client (name_key);
CREATE UNIQUE INDEX uq_client_inn_kpp ON client (inn, kpp);
CREATE INDEX ix_client_phone ON client (phone);
CREATE INDEX ix_client_standing_check ON client_standing (check_on) WHERE check_on IS NOT NULL;
CREATE INDEX ix_client_standing_calls ON client_standing (client_id) WHERE call_sum > 0;
CREATE INDEX ix_client_standing_callback ON client_standing (callback_at) WHERE callback_at IS NOT NULL;
CREATE INDEX ix_subscription_unbilled ON subscription (next_unbilled) WHERE next_unbilled IS NOT NULL;
CREATE INDEX ix_subscription_client_id ON subscription (client_id);
CREATE UNIQUE INDEX uq_payer_inn_client_id ON payer (inn, client_id);
CREATE INDEX ix_payer_client_id ON payer (client_id);
CREATE INDEX ix_journal_image_entry_id ON journal_image (entry_id);
CREATE INDEX ix_journal_image_client_id ON journal_image (client_id);
CREATE INDEX ix_contact_client_id ON contact (client_id);
CREATE INDEX ix_contact_phone ON contact (phone);
CREATE INDEX ix_note_client_id ON note (client_id);
CREATE UNIQUE INDEX uq_contract_client_id_number ON contract (client_id, number);
CREATE INDEX ix_ladder_step_client_id ON ladder_step (client_id);
CREATE INDEX ix_outbox_message_failed ON outbox_message (id) WHERE state = 'failed';
CREATE INDEX ix_outbox_message_unknown ON outbox_message (id) WHERE state = 'unknown';
CREATE INDEX ix_outbox_message_client_id ON outbox_message (client_id);
CREATE INDEX ix_task_open ON task ("on") WHERE state = 'open';
CREATE INDEX ix_task_client_id ON task (client_id);
CREATE UNIQUE INDEX uq_snooze_key ON snooze ("key");
CREATE INDEX ix_snooze_until ON snooze (until);
CREATE INDEX ix_snooze_client_id ON snooze (client_id);
CREATE UNIQUE INDEX uq_mute_key ON mute ("key");
CREATE INDEX ix_mute_client_id ON mute (client_id);
CREATE UNIQUE INDEX uq_pin_key ON pin ("key");
CREATE INDEX ix_pin_client_id ON pin (client_id);
CREATE INDEX ix_invoice_client_id ON invoice (client_id);
CREATE UNIQUE INDEX uq_invoice_year_number ON invoice (year, number);
CREATE INDEX ix_invoice_unsent ON invoice (send_by) WHERE state = 'issued';
CREATE INDEX ix_invoice_fix ON invoice (id) WHERE fix_sum IS NOT NULL;
CREATE INDEX ix_invoice_period ON invoice (period);
CREATE INDEX ix_invoice_replaces_id ON invoice (replaces_id);
CREATE UNIQUE INDEX uq_invoice_subscription_id_period ON invoice (subscription_id, period) WHERE state NOT IN ('superseded', 'cancelled');
CREATE INDEX ix_invoice_ask ON invoice (ask_from) WHERE ask_from IS NOT NULL;
CREATE INDEX ix_invoice_open ON invoice (client_id, due_on) WHERE open = 1;
CREATE INDEX ix_subscription_pause_subscription_id ON subscription_pause (subscription_id);
CREATE INDEX ix_subscription_pause_client_id ON subscription_pause (client_id);
CREATE INDEX ix_price_change_client_id ON price_change (client_id);
CREATE INDEX ix_price_change_subscription_id ON price_change (subscription_id);
CREATE INDEX ix_talk_client_id ON talk (client_id);
CREATE INDEX ix_talk_contact_id ON talk (contact_id);
CREATE INDEX ix_call_attempt_contact_id ON call_attempt (contact_id);
CREATE INDEX ix_call_attempt_client_id_at ON call_attempt (client_id, at);
CREATE INDEX ix_invoice_send_prepared ON invoice_send (client_id) WHERE state = 'prepared';
CREATE INDEX ix_invoice_send_invoice_id ON invoice_send (invoice_id);
CREATE INDEX ix_invoice_send_client_id ON invoice_send (client_id);
CREATE INDEX ix_bank_line_import_id ON bank_line (import_id);
CREATE UNIQUE INDEX uq_bank_line_fingerprint ON bank_line (fingerprint);
CREATE INDEX ix_bank_line_unmatched ON bank_line ("on") WHERE open = 1;
CREATE INDEX ix_bank_line_client_id ON bank_line (client_id);
CREATE INDEX ix_bank_line_invoice_id ON bank_line (invoice_id);
CREATE INDEX ix_promise_awaited ON promise (broken_from) WHERE awaited = 1;
CREATE INDEX ix_promise_open ON promise (client_id, "on") WHERE state = 'open';
CREATE INDEX ix_promise_client_id_id ON promise (client_id, id);
CREATE INDEX ix_promise_call_id ON promise (call_id);
CREATE INDEX ix_hold_open ON hold (client_id) WHERE state = 'open';
CREATE INDEX ix_hold_client_id ON hold (client_id);
CREATE INDEX ix_hold_invoice_id ON hold (invoice_id);
CREATE INDEX ix_payment_client_id_paid_on ON payment (client_id, paid_on);
CREATE INDEX ix_payment_bank_line_id ON payment (bank_line_id);
CREATE INDEX ix_allocation_invoice_id ON allocation (invoice_id);
CREATE INDEX ix_allocation_client_id ON allocation (client_id);
CREATE INDEX ix_allocation_payment_id ON allocation (payment_id);
CREATE INDEX ix_client_credit_payment_id ON client_credit (payment_id);
CREATE INDEX ix_client_credit_open ON client_credit (client_id) WHERE rest > 0;
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_image_no_delete BEFORE DELETE ON journal_image BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_image_no_update BEFORE UPDATE OF entry_id, record, record_id, salt, digest ON journal_image BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('client',4);
INSERT INTO "sqlite_sequence" VALUES('note',8);
INSERT INTO "sqlite_sequence" VALUES('journal_image',95);
INSERT INTO "sqlite_sequence" VALUES('journal_entry',61);
INSERT INTO "sqlite_sequence" VALUES('contact',4);
INSERT INTO "sqlite_sequence" VALUES('talk',4);
INSERT INTO "sqlite_sequence" VALUES('contract',4);
INSERT INTO "sqlite_sequence" VALUES('colleague',1);
INSERT INTO "sqlite_sequence" VALUES('own_account',1);
INSERT INTO "sqlite_sequence" VALUES('subscription',3);
INSERT INTO "sqlite_sequence" VALUES('invoice',8);
INSERT INTO "sqlite_sequence" VALUES('billing_run',2);
INSERT INTO "sqlite_sequence" VALUES('invoice_send',6);
INSERT INTO "sqlite_sequence" VALUES('call_attempt',3);
INSERT INTO "sqlite_sequence" VALUES('promise',1);
INSERT INTO "sqlite_sequence" VALUES('hold',1);
INSERT INTO "sqlite_sequence" VALUES('payment',1);
INSERT INTO "sqlite_sequence" VALUES('allocation',2);
INSERT INTO "sqlite_sequence" VALUES('client_credit',1);
INSERT INTO "sqlite_sequence" VALUES('bank_import',1);
INSERT INTO "sqlite_sequence" VALUES('bank_line',3);
INSERT INTO "sqlite_sequence" VALUES('task',6);
INSERT INTO "sqlite_sequence" VALUES('snooze',1);
INSERT INTO "sqlite_sequence" VALUES('pin',1);
INSERT INTO "sqlite_sequence" VALUES('mute',1);
INSERT INTO "sqlite_sequence" VALUES('outbox_message',1);
COMMIT;
