namespace DtcGen.Recording;

/// <summary>How a tensor lies within another of the same memory: a range of each dimension.</summary>
/// <param name="Ranges">For each dimension of the larger one: where the part begins, how far apart its entries are, how many.</param>
/// <param name="Places">For each dimension of the larger one, the part's own, or -1 where it has none.</param>
/// <param name="Extra">Dimensions of the part, of size 1, that the larger one does not have.</param>
internal sealed record TensorPart((long Start, long Step, long Count)[] Ranges, int[] Places, int[] Extra)
{
    /// <summary>
    /// Null when the part is no such ranges. Strides decide: where each dimension of the larger tensor steps over all that is inside
    /// of it, an element has one place only.
    /// </summary>
    public static TensorPart? Find(TensorStorage whole, TensorStorage part)
    {
        var rank = whole.Sizes.Length;
        var order = Enumerable.Range(0, rank).Where(d => whole.Sizes[d] > 1).OrderByDescending(d => whole.Strides[d]).ToArray();
        if (whole.Address != part.Address || part.Offset < whole.Offset || part.Sizes.Contains(0) || whole.Sizes.Contains(0)
            || order.Any(d => whole.Strides[d] <= 0)
            || order.Zip(order.Skip(1)).Any(pair => whole.Strides[pair.First] < whole.Strides[pair.Second] * whole.Sizes[pair.Second]))
        {
            return null;
        }

        var ranges = Enumerable.Repeat((Start: 0L, Step: 1L, Count: 1L), rank).ToArray();
        var rest = part.Offset - whole.Offset;
        foreach (var d in order)
        {
            ranges[d].Start = rest / whole.Strides[d];
            rest %= whole.Strides[d];
        }

        if (rest != 0 || order.Any(d => ranges[d].Start >= whole.Sizes[d]))
        {
            return null;
        }

        var places = Enumerable.Repeat(-1, rank).ToArray();
        var extra = new List<int>();
        foreach (var own in Enumerable.Range(0, part.Sizes.Length).OrderByDescending(d => part.Sizes[d] > 1))
        {
            var (size, stride) = (part.Sizes[own], part.Strides[own]);
            if (size == 1)
            {
                // Of one entry, by the stride that a part keeps from what it is a part of.
                var alike = Array.FindIndex(places, place => place < 0);
                while (alike >= 0 && (places[alike] >= 0 || whole.Strides[alike] != stride))
                {
                    alike = alike + 1 < rank ? alike + 1 : -1;
                }

                if (alike < 0)
                {
                    extra.Add(own);
                    continue;
                }

                places[alike] = own;
                continue;
            }

            if (order.FirstOrDefault(d => whole.Strides[d] <= stride, -1) is not (>= 0 and var found) || places[found] >= 0
                || stride % whole.Strides[found] != 0)
            {
                return null;
            }

            var step = stride / whole.Strides[found];
            if (ranges[found].Start + ((size - 1) * step) >= whole.Sizes[found])
            {
                return null;
            }

            ranges[found] = (ranges[found].Start, step, size);
            places[found] = own;
        }

        return new TensorPart(ranges, places, [.. extra]);
    }

    /// <summary>Whether two tensors of the same memory have an element in common.</summary>
    public static bool Meet(TensorStorage one, TensorStorage other)
    {
        var elements = new HashSet<long>(Elements(one));
        return Elements(other).Any(elements.Contains);
    }

    private static IEnumerable<long> Elements(TensorStorage storage)
    {
        IEnumerable<long> elements = [storage.Offset];
        for (var d = 0; d < storage.Sizes.Length; d++)
        {
            var (size, stride) = (storage.Sizes[d], storage.Strides[d]);
            elements = elements.SelectMany(element => Enumerable.Range(0, (int)size).Select(i => element + (i * stride)));
        }

        return elements;
    }
}
