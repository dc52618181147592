// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/text_encoder.h"

#include "core/text/language_models.h"

namespace gbs {

std::unique_ptr<TextEncoder> load_text_encoder(const std::string& name) {
    const std::filesystem::path folder = language_model_folder(name);
    switch (language_model_kind(folder)) {
        case LanguageModel::Kind::elmo:
            return load_elmo(folder);
        case LanguageModel::Kind::clip:
            return load_clip_text(folder);
        case LanguageModel::Kind::siglip:
            return load_siglip_text(folder);
        case LanguageModel::Kind::bert:
            break;
    }
    return load_bert(folder);
}

}  // namespace gbs
