namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Attention: softmax(query·keyᵀ / √features)·value.</summary>
            /// <param name="query">… × queries × features.</param>
            /// <param name="key">… × keys × features.</param>
            /// <param name="value">… × keys × value features.</param>
            /// <param name="attn_mask">Broadcast to … × queries × keys: true where attention is allowed, or numbers that are added to the scores; null for none.</param>
            /// <param name="p">The probability that a weight is dropped.</param>
            /// <param name="is_casual">Whether query i sees only the keys up to i.</param>
            /// <returns>… × queries × value features.</returns>
            /// <exception cref="ArgumentException">A mask is given for causal attention.</exception>
            /// <exception cref="ExternalException">The sizes do not fit.</exception>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("scaled_dot_product_attention: causal attention cannot be given a mask as well.", nameof(attn_mask));
                }

                using Scratch scratch = Scratch.Begin();
                Tensor scores = query.matmul(key.transpose(-2, -1)).mul(1 / Math.Sqrt(query.Sizes[^1]));
                if (is_casual)
                {
                    scores = scores.masked_fill(ones(scores.Sizes[^2], scores.Sizes[^1], dtype: ScalarType.Bool).triu(1), double.NegativeInfinity);
                }
                else if (attn_mask is { dtype: ScalarType.Bool })
                {
                    scores = scores.masked_fill(attn_mask.eq(0), double.NegativeInfinity);
                }
                else if (attn_mask is not null)
                {
                    scores = scores.add(attn_mask);
                }

                return scratch.Keep(dropout(scores.softmax(-1), p).matmul(value));
            }
        }
    }
}
