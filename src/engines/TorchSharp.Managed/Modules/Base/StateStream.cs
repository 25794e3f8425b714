namespace TorchSharp.Modules;

/// <summary>
/// The stream of named tensors that a module's state is saved in; docs/engines/state-file-format.md describes it.
/// </summary>
internal static class StateStream
{
    /// <summary>No real tensor has this many dimensions; a larger number means that the file is something else.</summary>
    private const int MaximumRank = 64;

    internal static void Write(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, Tensor>> entries)
    {
        writer.Write7BitEncodedInt64(entries.Count);
        foreach ((string name, Tensor tensor) in entries)
        {
            writer.Write(name);
            WriteTensor(writer, tensor);
        }
    }

    internal static void Read(BinaryReader reader, Dictionary<string, Tensor> targets, bool strict, IList<string> skip, Dictionary<string, bool>? loaded)
    {
        long count = reader.Read7BitEncodedInt64();
        if (strict && count != targets.Count)
        {
            throw new ArgumentException($"Mismatched state_dict sizes: expected {targets.Count}, but found {count} entries.");
        }

        for (long i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            targets.TryGetValue(name, out Tensor? target);
            if (target is null && strict)
            {
                throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{name}'");
            }

            ReadTensor(reader, name, target, write: target is not null && !skip.Contains(name));
            loaded?[name] = target is not null;
        }

        // Targets that the stream does not mention.
        if (loaded is not null)
        {
            foreach (string name in targets.Keys)
            {
                loaded.TryAdd(name, false);
            }
        }
    }

    private static unsafe void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt64((int)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.Rank);
        foreach (long size in tensor.Sizes)
        {
            writer.Write7BitEncodedInt64(size);
        }

        using Scratch scratch = Scratch.Begin();
        using IDisposable _ = torch.no_grad();
        Tensor rows = tensor.contiguous();
        byte* data = rows.Impl.Data;
        ForEachSpan(rows.numel() * Dtype.Size(rows.dtype), (offset, length) => writer.Write(new ReadOnlySpan<byte>(data + offset, length)));
        GC.KeepAlive(rows);
    }

    private static unsafe void ReadTensor(BinaryReader reader, string name, Tensor? target, bool write)
    {
        var dtype = (ScalarType)reader.Read7BitEncodedInt64();
        long rank = reader.Read7BitEncodedInt64();
        if (rank is < 0 or > MaximumRank)
        {
            throw new ArgumentException($"Entry '{name}' of the state stream claims {rank} dimensions: this is not a saved module.");
        }

        var sizes = new long[rank];
        for (int d = 0; d < rank; d++)
        {
            sizes[d] = reader.Read7BitEncodedInt64();
        }

        if (target is not null)
        {
            if (dtype != target.dtype)
            {
                throw new ArgumentException($"Mismatched tensor data types while loading '{name}': the file has {dtype}, the module {target.dtype}. Make sure that the model you are loading into is exactly the same as the origin.");
            }

            if (!target.Sizes.SequenceEqual(sizes))
            {
                throw new ArgumentException($"Mismatched tensor shape while loading '{name}': the file has {TensorShape.Describe(sizes)}, the module {TensorShape.Describe(target.Sizes)}. Make sure that the model you are loading into is exactly the same as the origin.");
            }
        }

        long bytes = checked(TensorShape.Count(sizes) * Dtype.Size(dtype));
        if (!write)
        {
            Skip(reader, name, bytes);
            return;
        }

        using Scratch scratch = Scratch.Begin();
        using IDisposable _ = torch.no_grad();
        Tensor rows = target!.is_contiguous() ? target : Tensor.Empty(sizes, dtype);
        byte* data = rows.Impl.Data;
        ForEachSpan(bytes, (offset, length) =>
        {
            var span = new Span<byte>(data + offset, length);
            while (span.Length > 0)
            {
                int read = reader.Read(span);
                if (read == 0)
                {
                    throw Truncated(name);
                }

                span = span[read..];
            }
        });
        if (ReferenceEquals(rows, target))
        {
            target.Impl.Storage.BumpVersion();
        }
        else
        {
            target.copy_(rows);
        }

        GC.KeepAlive(rows);
    }

    private static void Skip(BinaryReader reader, string name, long bytes)
    {
        var buffer = new byte[Math.Min(bytes, 1 << 16)];
        while (bytes > 0)
        {
            int read = reader.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
            if (read == 0)
            {
                throw Truncated(name);
            }

            bytes -= read;
        }
    }

    private static EndOfStreamException Truncated(string name) =>
        new($"The state stream ends within the values of '{name}': the file is truncated.");

    /// <summary>Cuts a length that may exceed a span's into pieces.</summary>
    private static void ForEachSpan(long bytes, Action<long, int> body)
    {
        const int Piece = 1 << 30;
        for (long offset = 0; offset < bytes; offset += Piece)
        {
            body(offset, (int)Math.Min(Piece, bytes - offset));
        }
    }
}
