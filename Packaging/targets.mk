# A Debian package, a tarball that needs nothing but glibc, an OCI image, and their sums; the same sources give the same bytes.
package:
	@rm -rf $(abspath $(RELEASE))/staged
	$(MAKE) install PREFIX=/usr DESTDIR=$(abspath $(RELEASE))/staged
	bash Packaging/package.sh $(abspath $(RELEASE))/staged

# Installs what `make package` wrote in bare chroots, and opens the page.
test-packages:
	bash Tests/Packages/run.sh .dist

