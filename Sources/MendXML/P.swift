internal import CLibXML2
func v() -> Int32 { LIBXML_VERSION }
