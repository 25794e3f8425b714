namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Divides by the norm along a dimension.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="p">The norm's order.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The smallest number to divide by.</param>
            /// <returns>The same shape.</returns>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using Scratch scratch = Scratch.Begin();
                return scratch.Keep(input / input.norm((int)dim, keepdim: true, (float)p).clamp_min(eps));
            }
        }
    }
}
