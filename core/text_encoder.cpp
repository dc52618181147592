#include "core/text_encoder.h"

#include "core/language_models.h"

namespace gbs {

std::unique_ptr<TextEncoder> load_text_encoder(const std::string& name) {
    const std::filesystem::path folder = language_model_folder(name);
    return language_model_kind(folder) == LanguageModel::Kind::elmo ? load_elmo(folder) : load_bert(folder);
}

}  // namespace gbs
