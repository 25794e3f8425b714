using System.Text;

namespace OnnxRuntime.Native.Tests;

/// <summary>Writes protocol buffers by hand, so that the tests need no other reader or writer of ONNX.</summary>
internal sealed class Wire
{
    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public Wire Int(int field, long value)
    {
        Number((ulong)field << 3);
        Number((ulong)value);
        return this;
    }

    public Wire Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public Wire Message(int field, Wire value) => Bytes(field, value.ToArray());

    public Wire Bytes(int field, byte[] value)
    {
        Number(((ulong)field << 3) | 2);
        Number((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void Number(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        _bytes.WriteByte((byte)value);
    }
}
