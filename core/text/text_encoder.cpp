// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/text_encoder.h"

#include "core/text/language_models.h"

namespace gbs {

std::unique_ptr<TextEncoder> load_text_encoder(const std::string& name) {
    const std::filesystem::path folder = language_model_folder(name);
    return language_model_kind(folder) == LanguageModel::Kind::elmo ? load_elmo(folder) : load_bert(folder);
}

}  // namespace gbs
