namespace Microsoft.ML.OnnxRuntime;

/// <summary>What a model says of itself.</summary>
public class ModelMetadata
{
    internal unsafe ModelMetadata(nint metadata)
    {
        OrtApi api = OrtApi.Instance;
        ProducerName = api.TakeText(OrtSlot.ModelMetadataGetProducerName, metadata);
        GraphName = api.TakeText(OrtSlot.ModelMetadataGetGraphName, metadata);
        Domain = api.TakeText(OrtSlot.ModelMetadataGetDomain, metadata);
        Description = api.TakeText(OrtSlot.ModelMetadataGetDescription, metadata);
        long version;
        api.Check(((delegate* unmanaged<nint, long*, nint>)api[OrtSlot.ModelMetadataGetVersion])(metadata, &version));
        Version = version;
        foreach (string key in Keys(metadata))
        {
            CustomMetadataMap[key] = Look(metadata, key) ?? "";
        }
    }

    /// <summary>Who wrote the file.</summary>
    public string ProducerName { get; }

    /// <summary>The graph's name.</summary>
    public string GraphName { get; }

    /// <summary>The model's namespace.</summary>
    public string Domain { get; }

    /// <summary>What the model is, in words.</summary>
    public string Description { get; }

    /// <summary>The model's version.</summary>
    public long Version { get; }

    /// <summary>The facts kept with the model.</summary>
    public Dictionary<string, string> CustomMetadataMap { get; } = [];

    private static unsafe List<string> Keys(nint metadata)
    {
        OrtApi api = OrtApi.Instance;
        nint allocator = api.Make(OrtSlot.GetAllocatorWithDefaultOptions);
        byte** keys;
        long count;
        api.Check(((delegate* unmanaged<nint, nint, byte***, long*, nint>)api[OrtSlot.ModelMetadataGetCustomMetadataMapKeys])(metadata, allocator, &keys, &count));
        var result = new List<string>();
        for (long i = 0; i < count; i++)
        {
            result.Add(api.TakeText(allocator, keys[i]) ?? "");
        }

        if (keys is not null)
        {
            api.Free(allocator, keys);
        }

        return result;
    }

    private static unsafe string? Look(nint metadata, string key)
    {
        OrtApi api = OrtApi.Instance;
        nint allocator = api.Make(OrtSlot.GetAllocatorWithDefaultOptions);
        byte* value;
        fixed (byte* name = NativeText.Utf8(key))
        {
            api.Check(((delegate* unmanaged<nint, nint, byte*, byte**, nint>)api[OrtSlot.ModelMetadataLookupCustomMetadataMap])(metadata, allocator, name, &value));
        }

        return api.TakeText(allocator, value);
    }
}
