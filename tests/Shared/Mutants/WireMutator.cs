namespace DtcGen.Tests.Shared;

/// <summary>
/// Damages files in protobuf's wire format field by field, so that what lies around a change stays whole: numbers, field
/// numbers, wire types, lengths, and fields that go, come twice, come elsewhere or inside themselves.
/// </summary>
internal static class WireMutator
{
    private const int MostChanges = 2;
    private const int MostDepth = 12;
    private const int Varint = 0;
    private const int Length = 2;

    /// <summary>A damaged copy; of a file that is not in the format, with damaged bytes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="random">Decides how it is damaged.</param>
    public static byte[] Damage(byte[] file, Random random)
    {
        if (Parse(file, 0) is not { } root)
        {
            return Mutator.Damage(file, random);
        }

        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            Change(root, random);
        }

        return Write(root);
    }

    private static void Change(List<Field> root, Random random)
    {
        var lists = new List<List<Field>>();
        Gather(root, lists);

        // Numbers are few among the names and decide most.
        Field[] numbers = [.. lists.SelectMany(static l => l).Where(static f => f.Wire == Varint)];
        if (numbers.Length > 0 && random.Next(2) == 0)
        {
            Content(numbers[random.Next(numbers.Length)], random);
            return;
        }

        var list = lists[random.Next(lists.Count)];
        if (list.Count == 0)
        {
            return;
        }

        var at = random.Next(list.Count);
        var field = list[at];
        switch (random.Next(12))
        {
            case 0:
                list.RemoveAt(at);
                break;
            case 1:
                list.Insert(at, field.Copy());
                break;
            case 2:
                var other = lists[random.Next(lists.Count)];
                other.Insert(random.Next(other.Count + 1), field.Copy());
                break;
            case 3:
                field.Number = random.Next(2) == 0 ? random.Next(1, 32) : Math.Max(1, field.Number + random.Next(-1, 2));
                break;
            case 4:
                field.Wire = random.Next(8);
                break;
            case 5 when field.Wire == Length:
                field.Claimed = random.Next(2) == 0 ? (ulong)Mutator.Odd(random) : (ulong)random.Next(0, 200);
                break;
            case 6 when field.Inside is { } inside:
                inside.Insert(random.Next(inside.Count + 1), field.Copy());
                break;
            case 7:
                (list[at], list[0]) = (list[0], list[at]);
                break;
            default:
                Content(field, random);
                break;
        }
    }

    private static void Content(Field field, Random random)
    {
        if (field.Wire == Varint)
        {
            field.Value = random.Next(3) switch
            {
                0 => (ulong)Mutator.Odd(random),
                1 => field.Value + (ulong)(long)random.Next(-2, 3),
                _ => (ulong)(long)random.Next(-4, 70),
            };
        }
        else if (field.Inside is null || random.Next(6) == 0)
        {
            field.Payload = Mutator.Damage(field.Inside is { } inside ? Write(inside) : field.Payload, random);
            field.Inside = null;
        }
        else if (field.Inside.Count > 0)
        {
            Content(field.Inside[random.Next(field.Inside.Count)], random);
        }
    }

    private static void Gather(List<Field> fields, List<List<Field>> lists)
    {
        lists.Add(fields);
        foreach (var field in fields)
        {
            if (field.Inside is { } inside)
            {
                Gather(inside, lists);
            }
        }
    }

    private static List<Field>? Parse(ReadOnlySpan<byte> bytes, int depth)
    {
        var fields = new List<Field>();
        while (bytes.Length > 0)
        {
            if (!TakeVarint(ref bytes, out var tag) || tag >> 3 is 0 or > 200)
            {
                return null;
            }

            var field = new Field { Number = (int)(tag >> 3), Wire = (int)(tag & 7) };
            var length = field.Wire switch { 1 => 8, 5 => 4, Length or Varint => 0, _ => -1 };
            if (length < 0 || (length == 0 && !TakeVarint(ref bytes, out field.Value)))
            {
                return null;
            }

            length = field.Wire == Length ? field.Value <= (ulong)bytes.Length ? (int)field.Value : -1 : length;
            if (length < 0 || length > bytes.Length)
            {
                return null;
            }

            field.Payload = bytes[..length].ToArray();
            field.Inside = field.Wire == Length && length > 1 && depth < MostDepth ? Parse(bytes[..length], depth + 1) : null;
            bytes = bytes[length..];
            fields.Add(field);
        }

        return fields;
    }

    private static bool TakeVarint(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }

    private static byte[] Write(List<Field> fields)
    {
        var bytes = new List<byte>();
        foreach (var field in fields)
        {
            Write(bytes, ((ulong)field.Number << 3) | (uint)field.Wire);
            var payload = field.Inside is { } inside ? Write(inside) : field.Payload;
            if (field.Wire is Varint or Length)
            {
                Write(bytes, field.Wire == Varint ? field.Value : field.Claimed ?? (ulong)payload.Length);
            }

            bytes.AddRange(payload);
        }

        return [.. bytes];
    }

    private static void Write(List<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }

    private sealed class Field
    {
        public ulong Value;

        public int Number { get; set; }

        public int Wire { get; set; }

        public byte[] Payload { get; set; } = [];

        public List<Field>? Inside { get; set; }

        /// <summary>The length that is written in the place of the true one.</summary>
        public ulong? Claimed { get; set; }

        public Field Copy() => new()
        {
            Number = Number,
            Wire = Wire,
            Value = Value,
            Payload = Payload,
            Claimed = Claimed,
            Inside = Inside is null ? null : [.. Inside.Select(static field => field.Copy())],
        };
    }
}
