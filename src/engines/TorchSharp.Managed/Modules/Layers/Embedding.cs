using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors, looked up by number.</summary>
    public sealed class Embedding : torch.nn.Module<Tensor, Tensor>
    {
        private readonly EmbeddingSettings settings;
        private Parameter? storedWeight;

        internal Embedding(long num_embeddings, long embedding_dims, EmbeddingSettings settings, ScalarType? dtype)
            : base(nameof(Embedding))
        {
            this.settings = settings;
            using Scratch scratch = Scratch.Begin();
            using IDisposable mode = torch.no_grad();
            Tensor table = Tensor.Empty([num_embeddings, embedding_dims], dtype ?? ScalarType.Float32).normal_();
            if (settings.PaddingIndex is { } padding)
            {
                table.select(0, padding).fill_(0);
            }

            SetParameter(nameof(weight), ref storedWeight, Ownership.Keep(new Parameter(table)));
        }

        /// <summary>The table, numbers × features. Setting it disposes the one before.</summary>
        public Parameter? weight
        {
            get => storedWeight;
            set => SetParameter(nameof(weight), ref storedWeight, value);
        }

        /// <summary>Looks numbers up.</summary>
        /// <param name="input">Any shape, int64 or int32.</param>
        /// <returns>The shape with the features as one more dimension.</returns>
        /// <exception cref="ExternalException">A number is not in the table.</exception>
        public override Tensor forward(Tensor input) =>
            EmbeddingOperation.Apply(input, storedWeight ?? throw new InvalidOperationException("The Embedding has no weight."), settings);

        /// <summary>Nothing to find by reflection: the weight is registered as it is set.</summary>
        protected override void RegisterComponents()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a table of vectors, drawn from the normal distribution.</summary>
            /// <param name="num_embeddings">The number of vectors.</param>
            /// <param name="embedding_dims">The number of features of each.</param>
            /// <param name="padding_idx">A number whose vector is zero and not trained; null for none.</param>
            /// <param name="max_norm">Vectors with a larger norm are scaled down, in the table, when they are looked up; null for no limit.</param>
            /// <param name="norm_type">The norm's order.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a number occurs in the batch.</param>
            /// <param name="sparse">Whether gradients may be sparse; they are dense here, with the same values.</param>
            /// <param name="device">The device: the processor.</param>
            /// <param name="dtype">The table's type; null for float32.</param>
            /// <returns>The layer.</returns>
            /// <exception cref="ExternalException">The padding number is not in the table.</exception>
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                _ = Available(device);
                if (padding_idx is { } padding && !(padding < num_embeddings && padding >= -num_embeddings))
                {
                    throw TorchError.Of($"Padding_idx must be within num_embeddings = {num_embeddings}, not {padding}");
                }

                long? row = padding_idx < 0 ? padding_idx + num_embeddings : padding_idx;
                return new Embedding(num_embeddings, embedding_dims, new EmbeddingSettings(row, max_norm, norm_type, scale_grad_by_freq), dtype);
            }
        }
    }
}
