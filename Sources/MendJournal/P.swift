import GRDB
let db = 1
