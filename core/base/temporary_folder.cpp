// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/temporary_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

#include "core/base/error.h"

namespace fs = std::filesystem;

namespace gbs {

TemporaryFolder::TemporaryFolder() {
    std::string path = (fs::temp_directory_path() / "gbs-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr)
        throw Error(path +
                    " cannot be created: check the free space and the permissions of the temporary folder");
    path_ = path;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // destructors must not throw
    fs::remove_all(path_, ignored);
}

}  // namespace gbs
