namespace TorchSharp;

/// <summary>Undoes broadcasting in gradients.</summary>
internal static class GradientShape
{
    /// <summary>Sums a gradient over the dimensions in which its input had been broadcast, and casts it back.</summary>
    internal static Tensor SumTo(Tensor grad, ReadOnlySpan<long> sizes, ScalarType dtype)
    {
        if (!grad.Sizes.SequenceEqual(sizes))
        {
            int extra = grad.Rank - sizes.Length;
            var dims = new List<long>();
            for (int d = 0; d < grad.Rank; d++)
            {
                if (d < extra || (sizes[d - extra] == 1 && grad.Sizes[d] != 1))
                {
                    dims.Add(d);
                }
            }

            if (dims.Count > 0)
            {
                grad = Reductions.Sum(grad, [.. dims], keepdim: true);
            }

            grad = grad.view(sizes.ToArray());
        }

        return grad.dtype == dtype ? grad : Casts.To(grad, dtype);
    }
}
