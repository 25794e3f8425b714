using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that remembers the order in which its entries were added, and gives them by position too.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TValue">The values' type.</typeparam>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly OrderedDictionary<TKey, TValue> entries = [];

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys, in order.</summary>
    public ICollection<TKey> Keys => entries.Keys;

    /// <summary>The values, in order.</summary>
    public ICollection<TValue> Values => entries.Values;

    /// <summary>The entry at a position. Setting it replaces key and value.</summary>
    /// <param name="index">The position.</param>
    public (TKey, TValue) this[int index]
    {
        get
        {
            KeyValuePair<TKey, TValue> entry = entries.GetAt(index);
            return (entry.Key, entry.Value);
        }

        set
        {
            entries.RemoveAt(index);
            entries.Insert(index, value.Item1, value.Item2);
        }
    }

    /// <summary>The value of a key. Setting it keeps the key's position, or appends a new key.</summary>
    /// <param name="key">The key.</param>
    public TValue this[TKey key]
    {
        get => entries[key];
        set => entries[key] = value;
    }

    /// <summary>Appends an entry.</summary>
    /// <param name="item">Key and value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add((TKey, TValue) item) => entries.Add(item.Item1, item.Item2);

    /// <summary>Appends an entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TValue value) => entries.Add(key, value);

    /// <summary>Appends an entry.</summary>
    /// <param name="item">Key and value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(KeyValuePair<TKey, TValue> item) => entries.Add(item.Key, item.Value);

    /// <summary>Removes all entries.</summary>
    public void Clear() => entries.Clear();

    /// <summary>Removes all entries.</summary>
    public void clear() => entries.Clear();

    /// <summary>Whether an entry with this key and value is there.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when both agree.</returns>
    public bool Contains((TKey, TValue) item) => IndexOf(item) >= 0;

    /// <summary>Whether an entry with this key and value is there.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when both agree.</returns>
    public bool Contains(KeyValuePair<TKey, TValue> item) => IndexOf((item.Key, item.Value)) >= 0;

    /// <summary>Whether a key is there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it is.</returns>
    public bool ContainsKey(TKey key) => entries.ContainsKey(key);

    /// <summary>Copies the entries into an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in it to begin.</param>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach ((TKey, TValue) entry in this)
        {
            array[arrayIndex++] = entry;
        }
    }

    /// <summary>Copies the entries into an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in it to begin.</param>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)entries).CopyTo(array, arrayIndex);

    /// <summary>Goes through the entries in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<(TKey, TValue)> GetEnumerator()
    {
        foreach (KeyValuePair<TKey, TValue> entry in entries)
        {
            yield return (entry.Key, entry.Value);
        }
    }

    /// <inheritdoc/>
    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => entries.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The position of an entry.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>The position, or -1.</returns>
    public int IndexOf((TKey, TValue) item) =>
        entries.TryGetValue(item.Item1, out TValue? value, out int index)
        && EqualityComparer<TValue>.Default.Equals(value, item.Item2)
            ? index
            : -1;

    /// <summary>Inserts an entry.</summary>
    /// <param name="index">Its position.</param>
    /// <param name="item">Key and value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Insert(int index, (TKey, TValue) item) => entries.Insert(index, item.Item1, item.Item2);

    /// <summary>The entries in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <summary>The keys in order.</summary>
    /// <returns>The keys.</returns>
    public IEnumerable<TKey> keys() => entries.Keys;

    /// <summary>Removes an entry if both key and value agree.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove((TKey, TValue) item) => Contains(item) && entries.Remove(item.Item1);

    /// <summary>Removes an entry if both key and value agree.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove(TKey key) => entries.Remove(key);

    /// <summary>Removes the entry at a position.</summary>
    /// <param name="index">The position.</param>
    public void RemoveAt(int index) => entries.RemoveAt(index);

    /// <summary>The value of a key, if it is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <returns>True when it is there.</returns>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => entries.TryGetValue(key, out value);

    /// <summary>The values in order.</summary>
    /// <returns>The values.</returns>
    public IEnumerable<TValue> values() => entries.Values;
}
