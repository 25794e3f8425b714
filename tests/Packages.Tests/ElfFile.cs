using System.Text;

namespace Packages.Tests;

/// <summary>
/// The smallest ELF file with version needs: two libraries, each with a list of versions. Written here from the tables of
/// the System V gABI, field by field, so that it shares nothing with the code that reads it.
/// </summary>
internal sealed class ElfFile
{
    private const int HeaderSize = 64;
    private const int SectionSize = 64;

    private readonly MemoryStream _bytes = new();
    private readonly Dictionary<string, long> _flags = [];

    public ElfFile(params (string Library, string[] Versions)[] needs)
    {
        var strings = new StringBuilder("\0");
        int Place(string text)
        {
            var place = strings.Length;
            strings.Append(text).Append('\0');
            return place;
        }

        _bytes.Position = HeaderSize + (3 * SectionSize);
        var needsAt = _bytes.Position;
        for (var i = 0; i < needs.Length; i++)
        {
            var versions = needs[i].Versions;
            Write16(1); // vn_version
            Write16(versions.Length); // vn_cnt
            Write32(Place(needs[i].Library)); // vn_file
            Write32(16); // vn_aux: right behind this entry
            Write32(i == needs.Length - 1 ? 0 : 16 + (16 * versions.Length)); // vn_next
            for (var j = 0; j < versions.Length; j++)
            {
                Write32(0); // vna_hash, which nobody here reads
                _flags[versions[j]] = _bytes.Position;
                Write16(0); // vna_flags
                Write16(j + 2); // vna_other
                Write32(Place(versions[j])); // vna_name
                Write32(j == versions.Length - 1 ? 0 : 16); // vna_next
            }
        }

        var stringsAt = _bytes.Position;
        _bytes.Write(Encoding.ASCII.GetBytes(strings.ToString()));

        _bytes.Position = 0;
        _bytes.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]);
        _bytes.Position = 40;
        Write64(HeaderSize); // e_shoff
        _bytes.Position = 58;
        Write16(SectionSize); // e_shentsize
        Write16(3); // e_shnum
        Section(1, type: 0x6ffffffe, needsAt, stringsAt - needsAt, link: 2, info: needs.Length); // SHT_GNU_verneed
        Section(2, type: 3, stringsAt, strings.Length, link: 0, info: 0); // SHT_STRTAB
    }

    public byte[] Bytes => _bytes.ToArray();

    /// <summary>Where the flags of a version need lie.</summary>
    public long FlagsOf(string version) => _flags[version];

    private void Section(int index, int type, long offset, long size, int link, int info)
    {
        _bytes.Position = HeaderSize + (index * SectionSize) + 4;
        Write32(type);
        _bytes.Position += 16; // sh_flags, sh_addr
        Write64(offset);
        Write64(size);
        Write32(link);
        Write32(info);
    }

    private void Write16(int value) => _bytes.Write(BitConverter.GetBytes((ushort)value));

    private void Write32(int value) => _bytes.Write(BitConverter.GetBytes(value));

    private void Write64(long value) => _bytes.Write(BitConverter.GetBytes(value));
}
