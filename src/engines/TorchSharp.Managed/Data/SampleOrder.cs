namespace TorchSharp.Modules;

/// <summary>The numbers of a data set's samples, in order or shuffled anew for every pass.</summary>
internal static class SampleOrder
{
    internal static IEnumerable<long> Of(long count, bool shuffle, int? seed)
    {
        if (!shuffle)
        {
            for (long i = 0; i < count; i++)
            {
                yield return i;
            }

            yield break;
        }

        Random random = seed is { } value ? new Random(value) : new Random();
        var numbers = new long[count];
        for (long i = 0; i < count; i++)
        {
            long j = random.NextInt64(i + 1);
            numbers[i] = numbers[j];
            numbers[j] = i;
        }

        foreach (long number in numbers)
        {
            yield return number;
        }
    }
}
