using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>Embedding(words, features)</c>.</summary>
internal static class EmbeddingLayer
{
    public static ReadValue? Recognise(LayerCall call)
        => call.Module.Type == "Embedding"
            ? call.AddWeighted(OperatorKind.Embedding, call.Describe(LayerKind.Embedding, "num_embeddings", "embedding_dims"))
            : null;
}
