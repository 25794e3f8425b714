using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards.Rules;

/// <summary><c>Embedding_from_pretrained(table)</c>: the table is no parameter of the layer, and its parameter is not the table.</summary>
internal static class PretrainedEmbeddingRule
{
    public static Hazard? Find(HazardCall call) => call.Owner == "nn" ? new(Descriptors.PretrainedEmbedding) : null;
}
